import type { Order } from './read-list.js';

const DAY = 86_400_000;
/** Time that the first slice goes back (or forward). */
const FIRST_WIDTH = DAY;
/** A slice is at most so many times as wide as the one before, and a little wider than what came lets expect. */
const WIDEST_STEP = 6;
const SPARE = 1.2;
/** Wider than this, the rest is read at once. */
const WIDEST = 50 * 365 * DAY;
/** Days before `near` at which the slices of a list that thickens towards it are cut. */
const THICKENING = Array.from({ length: 32 }, (_, n) => 2_000 / 1.25 ** n);

/** Where a list begins, about, and the times between which all of it lies: from the first on, before the other. */
export interface Reach {
  readonly near: Date;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** Read upwards, all of it lies before `near`, the more the nearer: what was begun and is open still. */
  readonly thickens?: boolean | undefined;
}

type Slice = Record<string, { $gte?: Date; $lt?: Date } | null>;

/**
 * Cuts a list that is ordered by a time into slices, first rows first, each wide enough for what is still wanted if rows go
 * on coming as densely. Together they hold every row once; what has no time stands in the last.
 */
export function* slicesOf(
  { field, direction }: Order,
  reach: Reach,
  soFar: () => { found: number; wanted: number },
): Generator<Slice> {
  const isBounded = reach.from !== undefined || reach.until !== undefined;
  /** From one moment on to the next, in the order of the list. */
  const cut = (first?: Date, next?: Date): Slice[] => {
    const range = direction === 1 ? within(reach, first, next) : within(reach, next, first);

    return range === undefined ? [] : [{ [field]: range }];
  };
  const near = Math.max(Math.min(reach.near.getTime(), time(reach.until, Infinity)), time(reach.from, -Infinity));
  const early = reach.thickens === true ? THICKENING.map((days) => new Date(near - days * DAY)) : [];
  let edge = new Date(near);
  for (const [n, next] of [...early, edge].entries()) yield* cut(early[n - 1], next);
  for (let width = FIRST_WIDTH; width < WIDEST;) {
    const next = new Date(edge.getTime() + direction * width);
    const before = soFar().found;
    yield* cut(edge, next);
    edge = next;
    const { found, wanted } = soFar();
    width *= found === before ? WIDEST_STEP : Math.min(WIDEST_STEP, (SPARE * (wanted - found)) / (found - before));
  }
  yield* cut(edge);
  if (!isBounded) yield { [field]: null };
}

/** The range, cut to what the list reaches; undefined when nothing is left of it. */
function within({ from, until }: Reach, low: Date | undefined, high: Date | undefined): Slice[string] | undefined {
  const [first, end] = [
    Math.max(time(low, -Infinity), time(from, -Infinity)),
    Math.min(time(high, Infinity), time(until, Infinity)),
  ];
  if (first >= end) return undefined;

  return {
    ...(first === -Infinity ? {} : { $gte: new Date(first) }),
    ...(end === Infinity ? {} : { $lt: new Date(end) }),
  };
}

const time = (date: Date | undefined, otherwise: number): number => date?.getTime() ?? otherwise;
