import type { Deps } from './deps.js';
import { assertMayWork, findOpenTask } from './find-task.js';
import type { Person } from './person.js';

/**
 * Takes a task from the pool of one's post (领取). The engine is the judge: of two who claim at the same time one gets TaskTakenError.
 * Thrown TaskUnknownError, TaskClosedError, TaskNotYoursError.
 */
export const claimTask =
  (deps: Pick<Deps, 'models' | 'engine'>) =>
  async (taskKey: string, person: Person): Promise<void> => {
    const task = await findOpenTask(deps, taskKey);
    assertMayWork(task, person);
    if (task.assignee === person.userId) return;
    await deps.engine.tasks.assign(taskKey, person.userId);
  };
