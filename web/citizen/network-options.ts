import type { Unit } from '../../api/contract/locality.js';

export interface UnitOption {
  value: string;
  label: string;
  children?: UnitOption[];
}

const places = new Set(['city', 'county', 'street', 'town', 'community', 'village']);

/** Streets, towns, communities and villages as a tree; departments and companies are no places. */
export function networkOptions(units: readonly Unit[]): UnitOption[] {
  const shown = units.filter(({ level, abolished }) => places.has(level) && !abolished);
  const ids = new Set(shown.map(({ unitId }) => unitId));
  const below = (parent: string | null): UnitOption[] =>
    shown
      .filter((unit) => (unit.parent !== null && ids.has(unit.parent) ? unit.parent : null) === parent)
      .map(({ unitId, name }) => {
        const children = below(unitId);

        return { value: unitId, label: name, ...(children.length === 0 ? {} : { children }) };
      });
  const roots = below(null);

  // A city alone at the top would be one more tap for everybody.
  return roots.length === 1 && roots[0]?.children !== undefined ? roots[0].children : roots;
}
