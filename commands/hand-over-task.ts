import { randomUUID } from 'node:crypto';

import { appendStep } from './append-step.js';
import type { Deps } from './deps.js';
import { BadInputError } from './field-error.js';
import { findOpenTask, isOffered } from './find-task.js';
import { actorFor, type Person } from './person.js';
import { TaskNotYoursError } from './task-refusals.js';

export interface HandOver {
  taskKey: string;
  /** User id of the colleague who takes over. */
  to: string;
  reason?: string | undefined;
  /** A superior may hand over what somebody else holds; who is one is for the API's policies. */
  override?: boolean | undefined;
}

/**
 * Hands a task over to a colleague whose post may take it too (移交). Thrown TaskUnknownError, TaskClosedError, TaskNotYoursError,
 * and BadInputError when the colleague is unknown or the task is not offered to their post.
 */
export const handOverTask = (deps: Pick<Deps, 'models' | 'engine' | 'clock'>) => {
  const append = appendStep(deps);

  return async ({ taskKey, to, reason, override = false }: HandOver, person: Person): Promise<void> => {
    const [task, colleague] = await Promise.all([findOpenTask(deps, taskKey), deps.models.users.find(to)]);
    if (task.assignee !== person.userId && !override) throw new TaskNotYoursError('not-held');
    const fits = colleague !== null && !colleague.disabled && isOffered(task, { ...colleague, userId: colleague._id });
    if (!fits)
      throw new BadInputError([
        { field: '/to', reason: '对方不能承接这个任务', found: to, allowed: task.candidateGroups },
      ]);
    await deps.engine.tasks.assign(taskKey, to, { override: true });
    if (task.caseNumber === undefined) return;
    await append({
      caseNumber: task.caseNumber,
      cause: { key: `hand-over:${randomUUID()}` },
      act: 'hand-over-task',
      by: actorFor(person, task.candidateGroups),
      data: { taskKey, to, reason },
    });
  };
};
