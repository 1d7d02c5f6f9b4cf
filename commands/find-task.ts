import type { TaskDocument } from '../models/tasks.js';
import type { Deps } from './deps.js';
import { groupsOf, type Person } from './person.js';
import { TaskClosedError, TaskNotYoursError, TaskUnknownError } from './task-refusals.js';

/** The open task of this key. Thrown TaskUnknownError, TaskClosedError. */
export async function findOpenTask({ models }: Pick<Deps, 'models'>, taskKey: string): Promise<TaskDocument> {
  const task = await models.tasks.find(taskKey);
  if (task === null) throw new TaskUnknownError(taskKey);
  if (task.state !== 'created') throw new TaskClosedError(task.state);

  return task;
}

/** Whether the task is offered to one of the person's posts. */
export function isOffered(task: TaskDocument, person: Person): boolean {
  return groupsOf(person).some((group) => task.candidateGroups.includes(group));
}

/** Thrown TaskNotYoursError unless the person holds the task, or may take it and nobody holds it. */
export function assertMayWork(task: TaskDocument, person: Person): void {
  if (task.assignee === person.userId) return;
  if (task.assignee !== undefined) throw new TaskNotYoursError('held');
  if (!isOffered(task, person)) throw new TaskNotYoursError('not-offered');
}
