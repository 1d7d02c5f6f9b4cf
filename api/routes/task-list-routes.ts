import type { TaskFilter } from '../../models/tasks.js';
import type { TaskFilter as Asked } from '../contract/task.js';
import type { ApiDeps } from '../deps.js';
import { groupsOf, type Person } from '../policies/person.js';
import { visibleTasks } from '../policies/task-policy.js';
import { presentTaskSummary } from '../presenters/present-task.js';
import type { Handlers } from '../routing.js';

/** The inbox: my tasks, those my posts may take, or all that I may look at; open ones unless asked otherwise. */
export const taskListRoutes = ({ models }: ApiDeps): Handlers<'listTasks'> => ({
  listTasks: async ({ query, person }) => {
    const paging = { page: query.page ?? 1, limit: query.limit ?? 20 };
    const page = await models.tasks.list(filterOf(query, person), query.sort ?? 'dueAt', paging);

    return { ...page, items: page.items.map((task) => presentTaskSummary(task, person)) };
  },
});

function filterOf(query: Asked, person: Person): TaskFilter {
  return {
    ...whose(query.whose ?? 'all', person),
    localities: query.locality === undefined ? undefined : [query.locality],
    unitIds: query.unitId === undefined ? undefined : [query.unitId],
    caseNumber: query.caseNumber,
    state: query.state ?? 'created',
    dueBefore: query.dueBefore === undefined ? undefined : new Date(query.dueBefore),
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
