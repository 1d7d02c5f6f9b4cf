import type { Job, ListenerUserTask } from '../engine/jobs.js';
import { componentsOf, inputsOf, keyOf } from '../forms/schema.js';
import { SYSTEM } from '../models/collection.js';
import type { Submission } from '../models/orders.js';
import type { TaskDocument } from '../models/tasks.js';
import { fileFacts } from './attach-files.js';
import type { Deps } from './deps.js';
import { recordTask } from './record-task.js';
import { actorOf } from './task-assigned.js';
import { taskCreated, userTaskOf, type TaskVariables } from './task-created.js';

type Needs = Pick<Deps, 'models' | 'clock' | 'log'>;

/**
 * Completes a task's row with what was handed in through the API, or, when somebody completed it elsewhere (Tasklist), with
 * what the engine was told; and records who did it.
 */
export const taskCompleted = (deps: Needs) => {
  const create = taskCreated(deps);
  const record = recordTask(deps);

  return async (variables: TaskVariables, job: Job): Promise<void> => {
    const task = userTaskOf(job);
    const row = (await deps.models.tasks.find(task.key)) ?? (await create(variables, job));
    const submission = row.submission ?? row.pending ?? (await submittedElsewhere(deps, row, variables, task));
    const { data, by, at, files } = submission;
    const handedIn: Submission = { data, by, at, files };
    await deps.models.tasks.complete(task.key, handedIn);
    const { caseNumber, name, formId, orderId, unitId } = row;
    if (caseNumber !== undefined && files !== undefined) await deps.models.cases.attach(caseNumber, files);
    await record(job, caseNumber, {
      act: 'complete-task',
      by: handedIn.by,
      data: {
        taskKey: task.key,
        task: name,
        form: formId,
        orderId,
        unitId,
        submission: data,
        ...(files && { files: fileFacts(files) }),
      },
    });
  };
};

/** Only what the form asks for: the other variables were not handed in by anybody. */
async function submittedElsewhere(
  { models, clock }: Needs,
  { definitionKey, formId }: TaskDocument,
  variables: TaskVariables,
  { assignee }: ListenerUserTask,
): Promise<Submission> {
  const [procedure, user] = await Promise.all([
    models.procedures.find(definitionKey),
    assignee === undefined ? null : models.users.find(assignee),
  ]);
  const form = formId === undefined ? undefined : procedure?.forms[formId];
  const keys = inputsOf(componentsOf(form ?? {})).map(keyOf);
  const data = Object.fromEntries(Object.entries(variables).filter(([key]) => keys.includes(key)));

  return { data, by: actorOf(user, assignee) ?? SYSTEM, at: clock.now() };
}
