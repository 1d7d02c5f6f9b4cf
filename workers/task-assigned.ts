import type { Deps } from '../commands/deps.js';
import { taskAssigned as keep } from '../commands/task-assigned.js';
import { worker } from '../engine/worker.js';
import { TaskVariables } from './task-variables.js';

/** Keeps who holds a user task. A person waits for this listener. */
export const taskAssigned = (deps: Deps) => {
  const act = keep(deps);

  return worker(
    'task-assigned',
    TaskVariables,
    async (variables, job) => {
      await act(variables, job);

      return {};
    },
    { kind: 'listener' },
  );
};
