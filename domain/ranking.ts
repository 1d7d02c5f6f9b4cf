import { RATE_NAMES, type Rates, type RateName, type UnitFigures } from './figures.js';

/** Mean of those of the named rates that can be computed; `connection` and others that are not known here are passed over. */
export function scoreOf(rates: Rates, names: readonly string[]): number | null {
  const known = RATE_NAMES.filter((name): name is RateName => names.includes(name));
  const values = known.flatMap((name) => rates[name].value ?? []);

  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** In the order of their scores, those without one last; the same score, the same rank, more orders first. */
export function ranked(units: readonly Omit<UnitFigures, 'rank'>[]): UnitFigures[] {
  const sorted = [...units].sort(
    (one, other) =>
      (other.score ?? -1) - (one.score ?? -1) || other.orders - one.orders || (one.unitId < other.unitId ? -1 : 1),
  );

  return sorted.map((unit) => ({
    ...unit,
    rank: unit.score === null ? null : sorted.findIndex(({ score }) => score === unit.score) + 1,
  }));
}

/** The last of a ranking (排名末位): so many at most, not more than half of it, and none that missed nothing. */
export function bottomOf(units: readonly UnitFigures[], atMost: number): string[] {
  const scored = units.filter(({ score }) => score !== null);
  const last = scored.slice(scored.length - Math.min(atMost, Math.floor(scored.length / 2)));

  return last.filter(({ score }) => score !== null && score < 1).map(({ unitId }) => unitId);
}
