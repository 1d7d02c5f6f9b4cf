import { dayOf } from '../domain/local-time.js';
import type { Unit } from '../domain/unit.js';
import type { Locality } from '../procedures/locality.js';
import type { FormOption } from '../forms/schema.js';

const DEPARTMENT_LEVELS = new Set(['department', 'bureau']);
const STREET_LEVELS = new Set(['street', 'town']);

/**
 * Choices of the lists that depend on the locality (`valuesKey`, docs/architecture.md, "Forms"). Units that were abolished are left
 * out. Undefined for a list that is no data of the locality, as the cases a case may be merged into.
 */
export function formOptions(locality: Locality, valuesKey: string, now: Date): readonly FormOption[] | undefined {
  const { network, leaders, categories, kinds, articles, lines, bodies = [] } = locality;
  const today = dayOf(now, locality.timeZone);
  const units = network.units.filter(({ abolishedOn }) => abolishedOn === undefined || abolishedOn > today);
  switch (valuesKey) {
    case 'units':
      return units.map(option);
    case 'places':
      return network.units.filter(({ level }) => PLACE_LEVELS.has(level)).map(option);
    case 'departments':
      return units.filter(({ level }) => DEPARTMENT_LEVELS.has(level)).map(option);
    case 'streets':
      return units.filter(({ level }) => STREET_LEVELS.has(level)).map(option);
    case 'bodies':
      return units.filter(({ id }) => bodies.includes(id)).map(option);
    case 'leaders':
      return leaders.map(option);
    case 'categories':
      return categories.map(option);
    case 'kinds':
      return kinds.map(option);
    case 'lines':
      return lines.map(option);
    case 'articles':
      return articles.map(({ id, title }) => ({ label: title, value: id }));
    default:
      return undefined;
  }
}

const PLACE_LEVELS = new Set(['city', 'county', 'street', 'town', 'community', 'village']);

function option({ id, name }: Pick<Unit, 'id' | 'name'>): FormOption {
  return { label: name, value: id };
}
