import type { Bounds, Point } from './picture.js';

/** A straight piece of a line. */
export type Segment = readonly [Point, Point];

export function segmentsOf(points: readonly Point[]): Segment[] {
  return points.slice(1).map((point, index) => [points[index] as Point, point] as const);
}

/** How two segments meet: through each other, or one ends on, or runs along, the other. */
export function meeting([a, b]: Segment, [c, d]: Segment): 'cross' | 'touch' | undefined {
  const [c1, d1, a1, b1] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (c1 * d1 < 0 && a1 * b1 < 0) return 'cross';
  const touches =
    (c1 === 0 && isBetween(a, b, c)) ||
    (d1 === 0 && isBetween(a, b, d)) ||
    (a1 === 0 && isBetween(c, d, a)) ||
    (b1 === 0 && isBetween(c, d, b));

  return touches ? 'touch' : undefined;
}

/** Whether a segment passes through the inside of a rectangle. */
export function passesThrough([a, b]: Segment, { x, y, width, height }: Bounds): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  // Liang and Barsky: the part of the segment that is left between the four sides.
  const cuts = [
    [-dx, a.x - x],
    [dx, x + width - a.x],
    [-dy, a.y - y],
    [dy, y + height - a.y],
  ] as const;
  let [from, to] = [0, 1];
  for (const [slope, room] of cuts) {
    if (slope === 0 && room <= 0) return false;
    if (slope < 0) from = Math.max(from, room / slope);
    if (slope > 0) to = Math.min(to, room / slope);
  }

  return from < to;
}

export function overlap(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains(outer: Bounds, inner: Bounds): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The rectangle without a rim of so many pixels, for what only touches it. */
export function inside({ x, y, width, height }: Bounds, rim: number): Bounds {
  return { x: x + rim, y: y + rim, width: width - 2 * rim, height: height - 2 * rim };
}

function side(a: Point, b: Point, p: Point): number {
  return Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
}

function isBetween(a: Point, b: Point, p: Point): boolean {
  return (
    p.x >= Math.min(a.x, b.x) && p.x <= Math.max(a.x, b.x) && p.y >= Math.min(a.y, b.y) && p.y <= Math.max(a.y, b.y)
  );
}
