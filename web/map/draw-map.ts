import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { MapData } from '../../api/contract/intake.js';
import { drawGraticule } from './graticule.js';

export interface Point {
  longitude: number;
  latitude: number;
}

export interface DrawnMap {
  show(point: Point | undefined): void;
  center(): Point;
  remove(): void;
}

const overview = 12;
const closeUp = 15;
const digits = 6;
const red = { radius: 9, color: '#b3261e', fillOpacity: 0.6, interactive: false };
const roomForNames: L.FitBoundsOptions = { paddingTopLeft: [110, 30], paddingBottomRight: [60, 30] };

/**
 * Draws what the locality knows of itself: its units as dots with names; a ground of tiles only where the operator named a server,
 * else a net of degrees. `choose` is told where somebody clicks; without it the map is only looked at.
 */
export function drawMap(ground: HTMLElement, data: MapData, choose?: (point: Point) => void): DrawnMap {
  const map = L.map(ground, { attributionControl: data.tiles !== null, zoomControl: false });
  L.control.zoom({ position: 'bottomright', zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  drawGround(map, data);
  drawPoints(map, data.points);
  const mark = L.circleMarker([0, 0], { ...red, pane: paneAboveNames(map) });
  if (choose !== undefined) map.on('click', ({ latlng }) => choose(pointOf(latlng)));

  return {
    show: (point) => {
      if (point === undefined) return void mark.remove();
      mark.setLatLng(at(point)).addTo(map);
      if (!map.getBounds().contains(at(point)) || choose === undefined) map.setView(at(point), closeUp);
    },
    center: () => pointOf(map.getCenter()),
    remove: () => void map.remove(),
  };
}

function drawGround(map: L.Map, { tiles, points }: MapData): void {
  if (points.length === 0) map.setView([0, 0], closeUp);
  else map.fitBounds(L.latLngBounds(points.map(({ point }) => at(point))), { maxZoom: overview, ...roomForNames });
  if (tiles === null) drawGraticule(map);
  else L.tileLayer(tiles.address, { attribution: tiles.attribution }).addTo(map);
}

/** A marked point lies over the names of the places around it. */
function paneAboveNames(map: L.Map): string {
  const name = 'mark';
  map.createPane(name).style.zIndex = '660';

  return name;
}

function drawPoints(map: L.Map, points: MapData['points']): void {
  for (const [index, { name, point }] of points.entries())
    L.circleMarker(at(point), { radius: 6, color: '#0b57a4', interactive: false })
      .bindTooltip(name, { permanent: true, direction: index % 2 === 0 ? 'left' : 'right' })
      .addTo(map);
}

const at = ({ latitude, longitude }: Point): L.LatLngTuple => [latitude, longitude];

/** A decimetre is more than anybody points at. */
const pointOf = ({ lat, lng }: L.LatLng): Point => ({
  latitude: Number(lat.toFixed(digits)),
  longitude: Number(L.Util.wrapNum(lng, [-180, 180], true).toFixed(digits)),
});
