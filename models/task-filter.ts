import type { TaskFilter, TaskScope } from './tasks.js';

/** The query of a list of tasks. */
export function taskFilter(filter: TaskFilter): Record<string, unknown> {
  const query: Record<string, unknown> = {
    assignee: filter.assignee,
    candidateGroups: filter.candidateGroups === undefined ? undefined : { $in: filter.candidateGroups },
    locality: filter.localities === undefined ? undefined : { $in: filter.localities },
    unitId: filter.unitIds === undefined ? undefined : { $in: filter.unitIds },
    caseNumber: filter.caseNumber,
    orderId: filter.orderId,
    state: filter.state,
    dueAt: filter.dueBefore === undefined ? undefined : { $lt: filter.dueBefore },
    ...(filter.scopes === undefined ? {} : withinScopes(filter.scopes)),
  };

  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

/** An empty `$or` is refused by MongoDB, so nobody's scope is a condition that no task meets. */
function withinScopes(scopes: readonly TaskScope[]): object {
  return scopes.length === 0 ? { _id: { $in: [] } } : { $or: scopes.map(scopeQuery) };
}

function scopeQuery({ assignee, candidateGroups, locality, unitIds, confidential }: TaskScope): object {
  return {
    ...(assignee === undefined ? {} : { assignee }),
    ...(candidateGroups === undefined ? {} : { candidateGroups: { $in: candidateGroups } }),
    ...(locality === undefined ? {} : { locality }),
    ...(unitIds === undefined ? {} : { unitId: { $in: unitIds } }),
    ...(confidential === undefined ? {} : { confidential: { $ne: true } }),
  };
}
