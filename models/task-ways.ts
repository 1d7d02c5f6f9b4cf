import { MOST_UNITS, orderOf, type ListQuery, type Way } from './read-list.js';
import type { TaskFilter, TaskScope, TaskSort, TaskState } from './task-document.js';
import { taskFilter } from './task-filter.js';
import { wordsSought } from './words.js';

/** How a list of tasks is read: the indexes of models/task-schema.ts, and where its first rows are. */
export function taskList(filter: TaskFilter, sort: TaskSort): ListQuery {
  const order = orderOf(sort);
  const { caseNumber, scopes = [{}], state } = filter;
  const query = { filter: taskFilter(filter), order };
  if (caseNumber !== undefined) return { ...query, ways: [{ caseNumber }] };
  const scoped = widest(scopes.flatMap((scope) => scopeWays(scope, filter)));
  const ways = state === undefined ? scoped : scoped.flatMap((way) => stateWays(way, state, filter));
  const isSliced = order.field === 'dueAt' && state !== undefined && ways.every((way) => Object.keys(way).length > 1);
  const isPicky = [filter.names, filter.lamps, filter.text, filter.formIds].some((asked) => asked !== undefined);

  return {
    ...query,
    ways,
    sparse: scoped.some(isWide) && isPicky,
    reach: isSliced ? { near: new Date(), until: filter.dueBefore } : undefined,
  };
}

/** All of a locality, or all there are. */
const isWide = (way: Way): boolean => !('assignee' in way || 'candidateGroups' in way || 'unitId' in way);

/** Whoever looks at all of a locality sees there what their posts may take. */
function widest(ways: readonly Way[]): Way[] {
  const wide = new Set(ways.filter(isWide).map((way) => way['locality']));

  return ways.filter((way) => isWide(way) || !wide.has(localityOf(way)));
}

/** Of a group `<locality>/<unitId>/<role>`; what a person holds may be anywhere. */
const localityOf = ({ locality, candidateGroups }: Way): unknown =>
  locality ?? (typeof candidateGroups === 'string' ? candidateGroups.split('/')[0] : undefined);

/** With the state, and the first condition for which there is an index. */
function stateWays(way: Way, state: TaskState, filter: TaskFilter): Way[] {
  const asked = Object.entries(indexedOf(way, state, filter)).find(([, values]) => values !== undefined);
  if (asked === undefined) return [{ ...way, state }];
  const [field, values = []] = asked;

  return values.map((value) => ({ ...way, state, [field]: value }));
}

/** Conditions that have an index: those of a post, and of a whole locality. */
function indexedOf(way: Way, state: TaskState, filter: TaskFilter): Record<string, readonly unknown[] | undefined> {
  const { text, names, lamps, stages } = filter;
  if ('candidateGroups' in way) return { stage: stages };
  if (!isWide(way) || !('locality' in way)) return {};
  // Only open tasks have words; a row from before they were kept has none.
  const words = text === undefined || state !== 'created' ? undefined : [...wordsSought(text).slice(-1), null];

  return { words, name: names, lamp: lamps, stage: stages };
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
