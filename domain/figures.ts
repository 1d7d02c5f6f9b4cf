import type { Rate } from './rates.js';

/** Rates that units are assessed by; 接通率 (`connection`) is known to the telephone system only and is not computed. */
export const RATE_NAMES = ['response', 'punctuality', 'resolution', 'satisfaction'] as const;
export type RateName = (typeof RATE_NAMES)[number];
export type Rates = Readonly<Record<RateName, Rate>>;

/** What the cases of a period are counted by; `place` is the unit in whose area one lies, `rung` one of supervision. */
export const DIMENSIONS = ['day', 'hour', 'channel', 'kind', 'category', 'stage', 'outcome', 'place', 'rung'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Something for each dimension. */
export const byDimension = <T>(make: (name: Dimension) => T) =>
  Object.fromEntries(DIMENSIONS.map((name) => [name, make(name)])) as Record<Dimension, T>;

/** How many of one value there are. */
export interface Count {
  readonly id: string;
  readonly count: number;
}

/** Average of a callback's factor (回访因素), from 1 (poor) to 5 (good). */
export interface FactorAverage {
  readonly id: string;
  readonly average: number;
  readonly answers: number;
}

/** How a unit, with all units below it, handled its orders of a period. */
export interface UnitFigures {
  readonly unitId: string;
  readonly orders: number;
  readonly rates: Rates;
  /** Mean of the rates that the locality assesses by, 0…1; null when none of them can be computed yet. */
  readonly score: number | null;
  /** From 1; the same score, the same rank. Null without a score. */
  readonly rank: number | null;
}

/** What became of the cases that were registered in a period: from its first moment on, before the other. */
export interface Figures {
  readonly from: Date;
  readonly until: Date;
  readonly registered: number;
  readonly closed: number;
  /** Open, and past their deadline. */
  readonly late: number;
  /** `day` (`YYYY-MM-DD`) and `hour` (`00` to `23`) whole and in order, the others most first; without a value, not counted. */
  readonly by: Readonly<Record<Dimension, readonly Count[]>>;
  readonly factors: readonly FactorAverage[];
  readonly rates: Rates;
  /** Units of the levels that the locality assesses which had an order, best first, those without a score last. */
  readonly units: readonly UnitFigures[];
}

/** Most first, then by name. */
export function mostFirst(counts: Readonly<Record<string, number>>): Count[] {
  return Object.entries(counts)
    .map(([id, count]) => ({ id, count }))
    .sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
}
