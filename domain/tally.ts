import { byDimension, type Dimension, type RateName } from './figures.js';
import { punctualityRate, resolutionRate, responseRate, satisfactionRate, type Rate } from './rates.js';
import type { RatedCallback, RatedOrder } from './rates.js';

/** Numbers that add up: of one day, or of many. */
export interface Tally {
  readonly totals: Readonly<Record<'registered' | 'closed' | 'late', number>>;
  readonly counts: Readonly<Record<Dimension, Readonly<Record<string, number>>>>;
  /** By unit id; under WHOLE those of all. */
  readonly rated: Readonly<Record<string, RatedTally>>;
  readonly factors: Readonly<Record<string, { readonly sum: number; readonly answers: number }>>;
}

/** Orders, and of each rate how many were judged and how many of those count. */
export type RatedTally = Readonly<Record<RateName, Pick<Rate, 'numerator' | 'denominator'>>> & {
  readonly orders: number;
};

/** Stands for all units together. */
export const WHOLE = '';

export const NOTHING: Tally = {
  totals: { registered: 0, closed: 0, late: 0 },
  counts: byDimension(() => ({})),
  rated: {},
  factors: {},
};

/** How orders and callbacks of one unit, or of all, come out. */
export function ratedTally(orders: readonly RatedOrder[], callbacks: readonly RatedCallback[], now: Date): RatedTally {
  return {
    orders: orders.length,
    response: numbers(responseRate(orders, now)),
    punctuality: numbers(punctualityRate(orders, now)),
    resolution: numbers(resolutionRate(callbacks)),
    satisfaction: numbers(satisfactionRate(callbacks)),
  };
}

const numbers = ({ numerator, denominator }: Rate) => ({ numerator, denominator });

/** Both together, number by number; what only one of them has stays as it is. */
export function added<Numbers extends object>(one: Numbers, other: Numbers): Numbers {
  const [left, right] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
  const sums = Object.entries(right).map(([key, value]) => [key, sum(left[key], value)]);

  return { ...one, ...Object.fromEntries(sums) } as Numbers;
}

function sum(left: unknown, right: unknown): unknown {
  if (left === undefined) return right;

  return typeof right === 'number' ? (left as number) + right : added(left as object, right as object);
}

/** How many there are of each value; what has no value is left out. */
export function countsOf<T>(all: readonly T[], valueOf: (one: T) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of all) {
    const value = valueOf(one);
    if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  }

  return counts;
}
