import type { FormData } from '../models/orders.js';
import type { Deps } from './deps.js';
import { assertMayWork, findOpenTask } from './find-task.js';
import type { Person } from './person.js';

/** Keeps what a person has filled in so far; nothing is checked yet. Thrown TaskUnknownError, TaskClosedError, TaskNotYoursError. */
export const saveDraft =
  (deps: Pick<Deps, 'models' | 'clock'>) =>
  async (taskKey: string, data: FormData, person: Person): Promise<void> => {
    assertMayWork(await findOpenTask(deps, taskKey), person);
    await deps.models.tasks.saveDraft(taskKey, { data, by: person.userId, at: deps.clock.now() });
  };
