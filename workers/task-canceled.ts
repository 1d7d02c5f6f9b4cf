import type { Deps } from '../commands/deps.js';
import { taskCanceled as keep } from '../commands/task-canceled.js';
import { worker } from '../engine/worker.js';
import { TaskVariables } from './task-variables.js';

/** Takes a user task out of people's lists that the procedure took back. A person waits for this listener. */
export const taskCanceled = (deps: Deps) => {
  const act = keep(deps);

  return worker(
    'task-canceled',
    TaskVariables,
    async (variables, job) => {
      await act(variables, job);

      return {};
    },
    { kind: 'listener' },
  );
};
