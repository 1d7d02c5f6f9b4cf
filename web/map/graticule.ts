import L from 'leaflet';

/** Degrees between two lines, the widest first. */
const steps = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005];
const fewestLines = 2;

/** Lines of degrees with their numbers, drawn anew as the map moves: something to go by where no picture lies under it. */
export function drawGraticule(map: L.Map): void {
  const lines = L.layerGroup().addTo(map);
  const draw = () => {
    lines.clearLayers();
    const bounds = map.getBounds();
    const [west, east] = [bounds.getWest(), bounds.getEast()];
    const [south, north] = [bounds.getSouth(), bounds.getNorth()];
    for (const longitude of between(west, east)) lines.addLayer(line([south, longitude], [north, longitude]));
    for (const latitude of between(south, north)) lines.addLayer(line([latitude, west], [latitude, east]));
    for (const longitude of between(west, east)) lines.addLayer(label([north, longitude], longitude, 'map-east'));
    for (const latitude of between(south, north)) lines.addLayer(label([latitude, east], latitude, 'map-north'));
  };
  map.on('moveend', draw);
  draw();
}

/** Round degrees in a span, two of them or more. */
function between(from: number, to: number): number[] {
  const step = steps.find((width) => Math.floor(to / width) - Math.ceil(from / width) + 1 >= fewestLines) ?? 0.0005;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;

  return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toFixed(4)));
}

const line = (one: L.LatLngTuple, other: L.LatLngTuple): L.Polyline =>
  L.polyline([one, other], { color: '#c4ccd4', weight: 1, interactive: false });

const label = (where: L.LatLngTuple, degrees: number, className: string): L.Marker =>
  L.marker(where, {
    icon: L.divIcon({ className: `map-degrees ${className}`, html: `${degrees}°`, iconSize: [0, 0] }),
    interactive: false,
    keyboard: false,
  });
