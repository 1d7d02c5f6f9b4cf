import { MOST_UNITS, orderOf, type ListQuery, type Way } from './read-list.js';
import type { TaskFilter, TaskScope, TaskSort } from './task-document.js';
import { taskFilter } from './task-filter.js';

/** How a list of tasks is read: the indexes of models/task-schema.ts, and where its first rows are. */
export function taskList(filter: TaskFilter, sort: TaskSort): ListQuery {
  const order = orderOf(sort);
  const { caseNumber, scopes = [{}] } = filter;
  const query = { filter: taskFilter(filter), order };
  if (caseNumber !== undefined) return { ...query, ways: [{ caseNumber }] };
  const state = filter.state === undefined ? {} : { state: filter.state };
  const ways = scopes.flatMap((scope) => scopeWays(scope, filter)).map((way) => ({ ...way, ...state }));
  const isSliced =
    order.field === 'dueAt' && filter.state !== undefined && ways.every((way) => Object.keys(way).length > 1);

  const isWide = ways.some((way) => !('assignee' in way || 'candidateGroups' in way || 'unitId' in way));
  const isPicky = [filter.names, filter.lamps, filter.text, filter.formIds].some((asked) => asked !== undefined);

  return {
    ...query,
    ways,
    sparse: isWide && isPicky,
    reach: isSliced ? { near: new Date() } : undefined,
  };
}

/** The narrowest of what the list and the scope ask for. */
function scopeWays(scope: TaskScope, filter: TaskFilter): Way[] {
  const assignee = filter.assignee ?? scope.assignee;
  if (assignee !== undefined) return [{ assignee }];
  const groups = filter.candidateGroups ?? scope.candidateGroups;
  if (groups !== undefined) return groups.map((group) => ({ candidateGroups: group }));
  const localities = scope.locality === undefined ? filter.localities : [scope.locality];
  if (localities === undefined) return [{}];
  const units = filter.unitIds ?? scope.unitIds;

  return localities.flatMap((locality): Way[] =>
    units === undefined || units.length > MOST_UNITS ? [{ locality }] : units.map((unitId) => ({ locality, unitId })),
  );
}
