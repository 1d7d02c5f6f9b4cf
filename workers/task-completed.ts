import type { Deps } from '../commands/deps.js';
import { taskCompleted as keep } from '../commands/task-completed.js';
import { worker } from '../engine/worker.js';
import { TaskVariables } from './task-variables.js';

/** Keeps what was handed in with a user task, and by whom. A person waits for this listener. */
export const taskCompleted = (deps: Deps) => {
  const act = keep(deps);

  return worker(
    'task-completed',
    TaskVariables,
    async (variables, job) => {
      await act(variables, job);

      return {};
    },
    { kind: 'listener' },
  );
};
