import { TaskNotFoundError, TaskNotOpenError } from '../engine/errors.js';
import type { TaskDocument } from '../models/tasks.js';
import type { Deps } from './deps.js';

export interface MovedDeadline {
  caseNumber: string;
  orderId: string;
  from: Date;
  until: Date;
}

/** States of a user task that nobody can do any more. */
const OVER = ['COMPLETED', 'CANCELED', 'CANCELING'];

/**
 * Gives the open tasks that were due with their order the order's new deadline (延期): first in the engine, then in the lists.
 * A task whose row still says the old time is moved again, so repeating this ends what a crash left half done.
 * Tasks of the order with a time of their own (签收, 督办) keep it. Thrown EngineUnavailableError, TaskNotOpenError while a task
 * is about to change.
 */
export const moveTasks = (deps: Pick<Deps, 'models' | 'engine'>) => {
  const { tasks } = deps.models;

  return async ({ caseNumber, orderId, from, until }: MovedDeadline): Promise<void> => {
    const open = await tasks.openOfCase(caseNumber);
    for (const task of open.filter((one) => one.orderId === orderId && isDue(one, from))) {
      await moveInEngine(deps, task._id, until);
      await tasks.moveDue(task._id, until);
    }
  };
};

/** To the second: the engine is told deadlines without milliseconds. */
function isDue({ dueAt }: TaskDocument, at: Date): boolean {
  return dueAt !== undefined && Math.floor(dueAt.getTime() / 1_000) === Math.floor(at.getTime() / 1_000);
}

/** A task that was completed or taken back meanwhile needs no deadline. */
async function moveInEngine({ engine }: Pick<Deps, 'engine'>, taskKey: string, until: Date): Promise<void> {
  try {
    await engine.tasks.update(taskKey, { dueDate: until.toISOString() });
  } catch (error) {
    if (error instanceof TaskNotFoundError) return;
    if (!(error instanceof TaskNotOpenError)) throw error;
    if (!OVER.includes((await engine.tasks.get(taskKey)).state)) throw error;
  }
}
