import type { TaskFilter } from '../../models/tasks.js';
import type { TaskFilter as Asked } from '../contract/task.js';
import type { ApiDeps } from '../deps.js';
import type { Metrics } from '../metrics.js';
import { groupsOf, type Person } from '../policies/person.js';
import { visibleTasks } from '../policies/task-policy.js';
import { presentTaskSummary } from '../presenters/present-task.js';
import { ProblemError } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';

type Names = 'listTasks' | 'readTask' | 'claimTask' | 'releaseTask' | 'handOverTask' | 'saveDraft' | 'completeTask';

const later = () => Promise.reject(new ProblemError('NOT_READY', 'later'));

/** Tasks. */
export const taskRoutes = ({ models }: ApiDeps, metrics: Metrics): Handlers<Names> => ({
  listTasks: async ({ query, person }) => {
    const paging = { page: query.page ?? 1, limit: query.limit ?? 20 };
    const page = await models.tasks.list(filterOf(query, person), query.sort ?? 'dueAt', paging);

    return { ...page, items: page.items.map((task) => presentTaskSummary(task, person)) };
  },
  readTask: later,
  claimTask: later,
  releaseTask: later,
  handOverTask: later,
  saveDraft: later,
  completeTask: later,
});

function filterOf(query: Asked, person: Person): TaskFilter {
  return {
    scopes: visibleTasks(person),
    assignee: query.whose === 'mine' ? person.userId : undefined,
    candidateGroups: query.whose === 'unit' ? groupsOf(person) : undefined,
    localities: query.locality === undefined ? undefined : [query.locality],
    unitIds: query.unitId === undefined ? undefined : [query.unitId],
    caseNumber: query.caseNumber,
    state: query.state ?? 'created',
    dueBefore: query.dueBefore === undefined ? undefined : new Date(query.dueBefore),
  };
}
