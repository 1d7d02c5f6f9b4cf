/** Several measurements of one thing. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** Thrown RangeError when nothing was measured. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: percentile(values, 50), least: percentile(values, 0), most: percentile(values, 100) };
}

/** By nearest rank, rounded to two decimals. Thrown RangeError when there is no value. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('no value to take a percentile of');

  return rounded(found);
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;

export interface Percentiles {
  p50: number;
  p99: number;
  most: number;
}

/** Thrown RangeError when nothing was measured. */
export const percentilesOf = (values: readonly number[]): Percentiles => ({
  p50: percentile(values, 50),
  p99: percentile(values, 99),
  most: percentile(values, 100),
});
