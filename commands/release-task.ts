import type { Deps } from './deps.js';
import { findOpenTask } from './find-task.js';
import type { Person } from './person.js';
import { TaskNotYoursError } from './task-refusals.js';

/** Gives a task back to the pool. Thrown TaskUnknownError, TaskClosedError, and TaskNotYoursError when one does not hold it. */
export const releaseTask =
  (deps: Pick<Deps, 'models' | 'engine'>) =>
  async (taskKey: string, person: Person): Promise<void> => {
    const task = await findOpenTask(deps, taskKey);
    if (task.assignee !== person.userId) throw new TaskNotYoursError('not-held');
    await deps.engine.tasks.unassign(taskKey);
  };
