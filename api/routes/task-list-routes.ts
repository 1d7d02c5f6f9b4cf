import type { TaskFilter } from '../../models/tasks.js';
import type { TaskCounts, TaskFilter as Asked } from '../contract/task.js';
import type { ApiDeps } from '../deps.js';
import { groupsOf, type Person } from '../policies/person.js';
import { notSearched } from '../policies/case-policy.js';
import { visibleTasks } from '../policies/task-policy.js';
import type { Handlers } from '../routing.js';
import { seenTasks } from './seen-tasks.js';

/** Tasks are counted up to this many, the soonest due. */
const mostCounted = 500;

/** The inbox: my tasks, those my posts may take, or all that I may look at; open ones unless asked otherwise. */
export const taskListRoutes = (deps: ApiDeps): Handlers<'listTasks' | 'countTasks'> => {
  const { models, clock } = deps;

  return {
    listTasks: async ({ query, person }) => {
      const paging = { page: query.page ?? 1, limit: query.limit ?? 20 };
      const page = await models.tasks.list(filterOf(query, person, clock.now()), query.sort ?? 'dueAt', paging);

      return { ...page, items: await seenTasks(deps, page.items, person) };
    },
    countTasks: async ({ query, person }) => {
      const read = (asked: NonNullable<Asked['whose']>) =>
        models.tasks.digest({ ...whose(asked, person), state: 'created' }, mostCounted);
      const [mine, unit, all] = await Promise.all([read('mine'), read('unit'), read('all')]);
      const asked = { mine, unit, all }[query.whose ?? 'all'];
      const now = clock.now();

      return {
        ...{ mine: mine.length, unit: unit.length, all: all.length },
        overdue: asked.filter(({ dueAt }) => dueAt !== undefined && dueAt < now).length,
        names: countNames(asked),
      };
    },
  };
};

function countNames(tasks: readonly { name: string }[]): TaskCounts['names'] {
  const counts = new Map<string, number>();
  for (const { name } of tasks) counts.set(name, (counts.get(name) ?? 0) + 1);

  return [...counts].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count);
}

function filterOf(query: Asked, person: Person, now: Date): TaskFilter {
  const dueBefore = query.dueBefore === undefined ? undefined : new Date(query.dueBefore);

  return {
    ...whose(query.whose ?? 'all', person),
    localities: query.locality === undefined ? undefined : [query.locality],
    unitIds: query.unitId === undefined ? undefined : [query.unitId],
    caseNumber: query.caseNumber,
    formIds: query.formId,
    state: query.state ?? 'created',
    dueBefore: query.overdue === true && (dueBefore === undefined || dueBefore > now) ? now : dueBefore,
    names: query.name,
    stages: query.stage,
    lamps: query.lamp,
    text: query.text?.trim(),
    // Whoever may not read a name in a title may not find out by searching for it either.
    notAccused: query.text === undefined ? undefined : notSearched(person),
  };
}

function whose(asked: NonNullable<Asked['whose']>, person: Person): TaskFilter {
  switch (asked) {
    case 'mine':
      return { assignee: person.userId };
    case 'unit':
      return { candidateGroups: groupsOf(person) };
    case 'all':
      return { scopes: visibleTasks(person) };
  }
}
