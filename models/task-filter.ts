import { literal } from './literal.js';
import type { TaskFilter, TaskScope } from './tasks.js';

/** The query of a list of tasks. */
export function taskFilter(filter: TaskFilter): Record<string, unknown> {
  const query: Record<string, unknown> = {
    assignee: filter.assignee,
    candidateGroups: anyOf(filter.candidateGroups),
    locality: anyOf(filter.localities),
    unitId: anyOf(filter.unitIds),
    caseNumber: filter.caseNumber,
    orderId: filter.orderId,
    formId: anyOf(filter.formIds),
    state: filter.state,
    dueAt: filter.dueBefore === undefined ? undefined : { $lt: filter.dueBefore },
    name: anyOf(filter.names),
    lamp: anyOf(filter.lamps),
    accusedUnitId: filter.notAccused === undefined ? undefined : { $nin: [...filter.notAccused] },
    ...(filter.caseNumbers === undefined && filter.text === undefined ? {} : { $and: ofCases(filter) }),
    ...(filter.scopes === undefined ? {} : withinScopes(filter.scopes)),
  };

  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

function ofCases({ caseNumbers, text }: TaskFilter): object[] {
  const pattern = text === undefined ? undefined : { $regex: literal(text), $options: 'i' };

  return [
    ...(caseNumbers === undefined ? [] : [{ caseNumber: { $in: [...caseNumbers] } }]),
    ...(pattern === undefined ? [] : [{ $or: [{ caseTitle: pattern }, { caseNumber: pattern }] }]),
  ];
}

/** An empty `$or` is refused by MongoDB, so nobody's scope is a condition that no task meets. */
function withinScopes(scopes: readonly TaskScope[]): object {
  return scopes.length === 0 ? { _id: { $in: [] } } : { $or: scopes.map(scopeQuery) };
}

function scopeQuery({ assignee, candidateGroups, locality, unitIds, confidential }: TaskScope): object {
  return {
    ...(assignee === undefined ? {} : { assignee }),
    ...(candidateGroups === undefined ? {} : { candidateGroups: anyOf(candidateGroups) }),
    ...(locality === undefined ? {} : { locality }),
    ...(unitIds === undefined ? {} : { unitId: anyOf(unitIds) }),
    ...(confidential === undefined ? {} : { confidential: { $ne: true } }),
  };
}

/** One value as itself: not every server finds an index for a list of one. */
function anyOf(values: readonly string[] | undefined): unknown {
  if (values === undefined) return undefined;

  return values.length === 1 ? values[0] : { $in: values };
}
