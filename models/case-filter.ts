import type { CaseFilter, CaseScope } from './case-document.js';

/** The query of a list of cases. */
export function caseFilter(filter: CaseFilter): Record<string, unknown> {
  const query: Record<string, unknown> = {
    locality: anyOf(filter.localities),
    stage: anyOf(filter.stages),
    kind: anyOf(filter.kinds),
    category: anyOf(filter.categories),
    channel: anyOf(filter.channels),
    lamp: anyOf(filter.lamps),
    parties: anyOf(filter.unitIds),
    'caller.phoneHash': filter.phoneHash,
    confidential: filter.confidential,
    registeredAt: between(filter.from, filter.until),
    title: filter.text === undefined ? undefined : { $regex: literal(filter.text), $options: 'i' },
    ...(filter.scopes === undefined ? {} : withinScopes(filter.scopes)),
    ...(filter.overdueAt === undefined ? {} : { dueAt: { $lt: filter.overdueAt }, closedAt: null }),
  };

  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

/** An empty `$or` is refused by MongoDB, so nobody's scope is a condition that no case meets. */
function withinScopes(scopes: readonly CaseScope[]): object {
  return scopes.length === 0 ? { _id: { $in: [] } } : { $or: scopes.map(scopeQuery) };
}

function scopeQuery({ locality, confidential, unitIds, registeredBy }: CaseScope): object {
  return {
    ...(locality === undefined ? {} : { locality }),
    ...(confidential === undefined ? {} : { confidential }),
    ...(registeredBy === undefined ? {} : { 'registeredBy.userId': registeredBy }),
    ...(unitIds === undefined ? {} : { parties: { $in: unitIds } }),
  };
}

function anyOf(values: readonly string[] | undefined): unknown {
  if (values === undefined) return undefined;

  return values.length === 1 ? values[0] : { $in: values };
}

function between(from: Date | undefined, until: Date | undefined): unknown {
  if (from === undefined && until === undefined) return undefined;

  return { ...(from === undefined ? {} : { $gte: from }), ...(until === undefined ? {} : { $lt: until }) };
}

/** The text as a pattern that means itself. */
function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
