import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { MapData } from '../../api/contract/intake.js';

export interface Point {
  longitude: number;
  latitude: number;
}

export interface DrawnMap {
  show(point: Point | undefined): void;
  center(): Point;
  remove(): void;
}

const closeUp = 12;
const digits = 6;

/**
 * Draws what the locality knows of itself: its units as dots with names; a ground of tiles only where the operator named a server.
 * `choose` is told where somebody clicks.
 */
export function drawMap(ground: HTMLElement, { tiles, points }: MapData, choose: (point: Point) => void): DrawnMap {
  const map = L.map(ground, { attributionControl: tiles !== null, zoomControl: false });
  L.control.zoom({ zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (tiles !== null) L.tileLayer(tiles.address, { attribution: tiles.attribution }).addTo(map);
  for (const [index, { name, point }] of points.entries())
    L.circleMarker(at(point), { radius: 6, color: '#0b57a4', interactive: false })
      .bindTooltip(name, { permanent: true, direction: index % 2 === 0 ? 'left' : 'right' })
      .addTo(map);
  const bounds = L.latLngBounds(points.map(({ point }) => at(point)));
  map.fitBounds(bounds, { maxZoom: closeUp, padding: [40, 40] });
  const mark = L.circleMarker([0, 0], { radius: 9, color: '#b3261e', fillOpacity: 0.6, interactive: false });
  map.on('click', ({ latlng }) => choose(pointOf(latlng)));

  return {
    show: (point) => {
      if (point === undefined) return void mark.remove();
      mark.setLatLng(at(point)).addTo(map);
    },
    center: () => pointOf(map.getCenter()),
    remove: () => void map.remove(),
  };
}

const at = ({ latitude, longitude }: Point): L.LatLngTuple => [latitude, longitude];

/** A decimetre is more than anybody points at. */
const pointOf = ({ lat, lng }: L.LatLng): Point => ({
  latitude: Number(lat.toFixed(digits)),
  longitude: Number(L.Util.wrapNum(lng, [-180, 180], true).toFixed(digits)),
});
