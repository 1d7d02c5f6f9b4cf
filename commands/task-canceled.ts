import type { Job } from '../engine/jobs.js';
import type { Deps } from './deps.js';
import { recordTask } from './record-task.js';
import { userTaskOf, type TaskVariables } from './task-created.js';

/** Takes a task out of people's lists that the procedure took back: a timer, a withdrawal, the end of the case. */
export const taskCanceled = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const record = recordTask(deps);

  return async ({ caseNumber, orderId }: TaskVariables, job: Job): Promise<void> => {
    const { key } = userTaskOf(job);
    await deps.models.tasks.cancel(key, deps.clock.now());
    await record(job, caseNumber, { act: 'cancel-task', data: { taskKey: key, orderId } });
  };
};
