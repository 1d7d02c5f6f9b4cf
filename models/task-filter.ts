import { literal } from '../domain/literal.js';
import { anyOf } from './any-of.js';
import type { TaskFilter, TaskScope } from './tasks.js';

/** The query of a list of tasks. */
export function taskFilter(filter: TaskFilter): Record<string, unknown> {
  const query: Record<string, unknown> = {
    assignee: filter.assignee,
    candidateGroups: filter.candidateGroups && anyOf(filter.candidateGroups),
    locality: filter.localities && anyOf(filter.localities),
    unitId: filter.unitIds && anyOf(filter.unitIds),
    caseNumber: filter.caseNumber,
    orderId: filter.orderId,
    formId: filter.formIds && anyOf(filter.formIds),
    state: filter.state,
    dueAt: filter.dueBefore === undefined ? undefined : { $lt: filter.dueBefore },
    name: filter.names && anyOf(filter.names),
    stage: filter.stages && anyOf(filter.stages),
    lamp: filter.lamps && anyOf(filter.lamps),
    accusedUnitId: filter.notAccused === undefined ? undefined : { $nin: [...filter.notAccused] },
    ...(filter.text === undefined ? {} : { $and: [inText(filter.text)] }),
    ...(filter.scopes === undefined ? {} : withinScopes(filter.scopes)),
  };

  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

function inText(text: string): object {
  const pattern = { $regex: literal(text), $options: 'i' };

  return { $or: [{ caseTitle: pattern }, { caseNumber: pattern }] };
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
