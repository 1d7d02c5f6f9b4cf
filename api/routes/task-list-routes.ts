import type { TaskFilter } from '../../models/tasks.js';
import type { TaskCounts, TaskFilter as Asked } from '../contract/task.js';
import type { ApiDeps } from '../deps.js';
import { groupsOf, type Person } from '../policies/person.js';
import { visibleTasks } from '../policies/task-policy.js';
import type { Handlers } from '../routing.js';
import { seenTasks } from './seen-tasks.js';

/** Names are counted among this many of the soonest due. */
const mostCounted = 2_000;

/** The inbox: my tasks, those my posts may take, or all that I may look at; open ones unless asked otherwise. */
export const taskListRoutes = (deps: ApiDeps): Handlers<'listTasks' | 'countTasks'> => {
  const { models, clock } = deps;

  return {
    listTasks: async ({ query, person }) => {
      const paging = { page: query.page ?? 1, limit: query.limit ?? 20 };
      const filter = await atStages(filterOf(query, person, clock.now()), query.stage);
      const page = await models.tasks.list(filter, query.sort ?? 'dueAt', paging);

      return { ...page, items: await seenTasks(deps, page.items, person) };
    },
    countTasks: async ({ query, person }) => {
      const open = (asked: NonNullable<Asked['whose']>): TaskFilter => ({ ...whose(asked, person), state: 'created' });
      const [mine, unit, all, digest] = await Promise.all([
        models.tasks.count(open('mine')),
        models.tasks.count(open('unit')),
        models.tasks.count(open('all')),
        models.tasks.digest(open(query.whose ?? 'all'), mostCounted),
      ]);
      const now = clock.now();

      return {
        ...{ mine, unit, all },
        overdue: digest.filter(({ dueAt }) => dueAt !== undefined && dueAt < now).length,
        names: countNames(digest),
      };
    },
  };

  /** A task does not know the stage of its case, so the cases of the list are asked. */
  async function atStages(filter: TaskFilter, stages: Asked['stage']): Promise<TaskFilter> {
    if (stages === undefined) return filter;

    return { ...filter, caseNumbers: await models.cases.atStages(await models.tasks.caseNumbers(filter), stages) };
  }
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
    lamps: query.lamp,
    text: query.text,
    // Whoever may not read a name in a title may not find out by searching for it either.
    notAccused: query.text === undefined ? undefined : person.above,
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
