import { claimTask } from '../../commands/claim-task.js';
import { completeTask } from '../../commands/complete-task.js';
import { handOverTask } from '../../commands/hand-over-task.js';
import { releaseTask } from '../../commands/release-task.js';
import { saveDraft } from '../../commands/save-draft.js';
import { TaskClosedError } from '../../commands/task-refusals.js';
import { TaskNotOpenError, TaskTakenError } from '../../engine/errors.js';
import type { TaskDocument } from '../../models/tasks.js';
import type { ApiDeps } from '../deps.js';
import type { Metrics } from '../metrics.js';
import { groupsOf, type Person } from '../policies/person.js';
import { isFor, mayReadTask, mayReassign, mayWorkOn } from '../policies/task-policy.js';
import { presentTask } from '../presenters/present-task.js';
import { notAllowed, notFound } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { seenTask, taskHider } from './seen-tasks.js';
import { taskConflict } from './task-conflict.js';
import { findAgain } from './find-again.js';
import { readTaskForm } from './task-form.js';

type Names =
  'readTask' | 'listColleagues' | 'claimTask' | 'releaseTask' | 'handOverTask' | 'saveDraft' | 'completeTask';

/** Working on one task. The engine is the judge; what it refuses is told with who was first and when. */
export const taskRoutes = (deps: ApiDeps, metrics: Metrics): Handlers<Names> => {
  const { models, localities } = deps;
  const [claim, release, handOver] = [claimTask(deps), releaseTask(deps), handOverTask(deps)];
  const [keep, complete] = [saveDraft(deps), completeTask(deps)];

  async function readable(taskKey: string, person: Person): Promise<TaskDocument> {
    const task = await models.tasks.find(taskKey);
    if (task === null || !mayReadTask(person, task)) throw notFound('这个任务');

    return task;
  }

  /** Whoever tries to act on another's task is told that it is not theirs; a confidential one they never heard of. */
  async function mine(taskKey: string, person: Person): Promise<TaskDocument> {
    const task = await models.tasks.find(taskKey);
    if (task === null || (task.confidential === true && !isFor(person, task))) throw notFound('这个任务');
    if (!mayWorkOn(person, task)) throw notAllowed('任务不在您的岗位职责内。');

    return task;
  }

  /** Does an act on a task that is for the person, and answers the task as it is then. */
  async function act(taskKey: string, person: Person, what: () => Promise<void>) {
    const task = await mine(taskKey, person);
    if (task.state !== 'created') throw taskConflict(task, person.userId, localities) ?? notFound('这个任务');
    try {
      await what();
    } catch (error) {
      throw (await conflictBehind(error, taskKey, person)) ?? error;
    }

    return seenTask(deps, (await models.tasks.find(taskKey)) ?? task, person);
  }

  async function conflictBehind(error: unknown, taskKey: string, person: Person) {
    const isRace = [TaskTakenError, TaskNotOpenError, TaskClosedError].some((race) => error instanceof race);
    const task = isRace ? await models.tasks.find(taskKey) : null;

    return task === null ? undefined : taskConflict(task, person.userId, localities);
  }

  return {
    readTask: async ({ params, person }) => {
      const task = await readable(params.taskKey, person);

      const ended = task.state === 'created' ? undefined : taskConflict(task, person.userId, localities)?.detail;
      const [page, again, summary, hide] = await Promise.all([
        readTaskForm(deps, task, person),
        findAgain(deps, task, person),
        seenTask(deps, task, person),
        taskHider(deps, task, person),
      ]);

      return hide(presentTask(task, person, { ...page, again, ended: ended ?? null }, summary));
    },
    listColleagues: async ({ params, person }) => {
      const task = await readable(params.taskKey, person);
      const posts = task.candidateGroups.map((group) => group.split('/'));
      const teams = await Promise.all(posts.map(([place = '', unitId = '']) => models.users.ofUnit(place, unitId)));
      const others = teams.flat().filter(({ _id, disabled, ...user }) => {
        const groups = groupsOf({ ...user, userId: _id });

        return !disabled && _id !== task.assignee && groups.some((group) => task.candidateGroups.includes(group));
      });

      return [...new Map(others.map(({ _id, name }) => [_id, { userId: _id, name }])).values()];
    },
    claimTask: async ({ params: { taskKey }, person }) => {
      const conflict = taskConflict(await mine(taskKey, person), person.userId, localities);
      if (conflict !== undefined) throw conflict;

      return act(taskKey, person, () => claim(taskKey, person));
    },
    releaseTask: ({ params: { taskKey }, person }) => act(taskKey, person, () => release(taskKey, person)),
    handOverTask: async ({ params: { taskKey }, body, person }) => {
      const task = await readable(taskKey, person);
      const override = mayReassign(person, task);
      if (!override) await mine(taskKey, person);
      await handOver({ taskKey, to: body.to, reason: body.reason, override }, person);

      return seenTask(deps, (await models.tasks.find(taskKey)) ?? task, person);
    },
    saveDraft: async ({ params: { taskKey }, body, person }) => {
      await act(taskKey, person, () => keep(taskKey, body.data, person));
    },
    completeTask: async ({ params: { taskKey }, body, person }) => {
      const done = await act(taskKey, person, () => complete(taskKey, body.data, person));
      metrics.taskCompleted(done.locality ?? 'none');

      return done;
    },
  };
};
