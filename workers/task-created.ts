import type { Deps } from '../commands/deps.js';
import { taskCreated as keep } from '../commands/task-created.js';
import { worker } from '../engine/worker.js';
import { TaskVariables } from './task-variables.js';

/** Gives a user task its row, so that people find it in their lists. A person waits for this listener. */
export const taskCreated = (deps: Deps) => {
  const act = keep(deps);

  return worker(
    'task-created',
    TaskVariables,
    async (variables, job) => {
      await act(variables, job);

      return {};
    },
    { kind: 'listener' },
  );
};
