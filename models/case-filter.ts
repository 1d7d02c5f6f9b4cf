import { literal } from '../domain/literal.js';
import { anyOf } from './any-of.js';
import type { CaseFilter, CaseScope } from './case-document.js';

/** The query of a list of cases. */
export function caseFilter(filter: CaseFilter): Record<string, unknown> {
  const query: Record<string, unknown> = {
    _id: filter.caseNumber,
    locality: filter.localities && anyOf(filter.localities),
    stage: filter.stages && anyOf(filter.stages),
    kind: filter.kinds && anyOf(filter.kinds),
    category: filter.categories && anyOf(filter.categories),
    channel: filter.channels && anyOf(filter.channels),
    lamp: filter.lamps && anyOf(filter.lamps),
    parties: filter.unitIds && anyOf(filter.unitIds),
    'caller.phoneHash': filter.phoneHash,
    confidential: filter.confidential,
    accusedUnitId: filter.notAccused === undefined ? undefined : { $nin: [...filter.notAccused] },
    registeredAt: between(filter.from, filter.until),
    title: filter.text === undefined ? undefined : { $regex: literal(filter.text), $options: 'i' },
    ...(filter.overdueAt === undefined ? {} : { dueAt: { $lt: filter.overdueAt }, closedAt: null }),
  };

  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
  const allowed = filter.scopes === undefined ? {} : withinScopes(filter.scopes);
  const isApart = Object.keys(allowed).every((key) => !(key in asked));

  return isApart ? { ...asked, ...allowed } : { ...asked, $and: [allowed] };
}

/**
 * An empty `$or` is refused by MongoDB, so nobody's scope is a condition that no case meets. What holds for all scopes stands
 * before the `$or`, where an index can be found for it.
 */
function withinScopes(scopes: readonly CaseScope[]): Record<string, unknown> {
  const [first, ...others] = widest(scopes);
  if (first === undefined) return { _id: { $in: [] } };
  if (others.length === 0) return scopeQuery(first);
  const all = [first, ...others];
  const { locality } = first;
  const units = all.flatMap(({ unitIds }) => (unitIds === undefined ? [] : [unitIds]));

  return {
    ...(locality !== undefined && others.every((other) => other.locality === locality) ? { locality } : {}),
    ...(units.length === all.length ? { parties: anyOf([...new Set(units.flat())]) } : {}),
    $or: all.map(scopeQuery),
  };
}

/** Who may see the same open and confidential cases needs no condition on that. */
function widest(scopes: readonly CaseScope[]): CaseScope[] {
  const sets = new Map<string, CaseScope>();
  for (const { confidential, ...set } of scopes) {
    const key = JSON.stringify([set.locality, set.registeredBy, set.unitIds]);
    const met = sets.get(key);
    sets.set(key, met === undefined || met.confidential === confidential ? { ...set, confidential } : set);
  }

  return [...sets.values()];
}

function scopeQuery({ locality, confidential, unitIds, registeredBy }: CaseScope): Record<string, unknown> {
  return {
    ...(locality === undefined ? {} : { locality }),
    ...(confidential === undefined ? {} : { confidential }),
    ...(registeredBy === undefined ? {} : { 'registeredBy.userId': registeredBy }),
    ...(unitIds === undefined ? {} : { parties: anyOf(unitIds) }),
  };
}

/** From the first moment on, before the other. */
export function between(from: Date | undefined, until: Date | undefined): object | undefined {
  if (from === undefined && until === undefined) return undefined;

  return { ...(from === undefined ? {} : { $gte: from }), ...(until === undefined ? {} : { $lt: until }) };
}
