import type { Job } from '../engine/jobs.js';
import type { Actor } from '../models/collection.js';
import type { UserDocument } from '../models/users.js';
import type { Deps } from './deps.js';
import { recordTask } from './record-task.js';
import { taskRow, userTaskOf, type TaskVariables } from './task-created.js';

type Needs = Pick<Deps, 'models' | 'clock' | 'log'>;

/** Keeps who holds a task, whoever gave it to them and wherever: the engine says so. */
export const taskAssigned = (deps: Needs) => {
  const record = recordTask(deps);

  return async (variables: TaskVariables, job: Job): Promise<void> => {
    const { key, assignee } = userTaskOf(job);
    const user = assignee === undefined || assignee === '' ? null : await deps.models.users.find(assignee);
    const known = await deps.models.tasks.assign(key, assignee === '' ? undefined : assignee, user?.unitId);
    if (known.matchedCount === 0) {
      const row = await taskRow(deps, variables, job);
      await deps.models.tasks.insert({ ...row, assigneeUnitId: user?.unitId });
    }
    await record(job, variables.caseNumber, {
      act: assignee === undefined || assignee === '' ? 'release-task' : 'assign-task',
      by: actorOf(user, assignee),
      data: { taskKey: key, assignee },
    });
  };
};

/** The person behind a user id; one whom only the engine knows keeps the id as a name. */
export function actorOf(user: UserDocument | null, userId: string | undefined): Actor | undefined {
  if (userId === undefined || userId === '') return undefined;
  if (user === null) return { userId, name: userId };

  return { userId, unitId: user.unitId, role: user.roles[0], name: user.name };
}
