import type { Job, ListenerUserTask } from '../engine/jobs.js';
import type { CaseDocument } from '../models/case-document.js';
import type { ProcedureDocument } from '../models/procedures.js';
import type { TaskDocument } from '../models/tasks.js';
import type { Deps } from './deps.js';

/** Process variables as a task has them; they are the initial values of its form. */
export type TaskVariables = Readonly<Record<string, unknown>> & {
  caseNumber?: string | undefined;
  locality?: string | undefined;
  unitId?: string | undefined;
  orderId?: string | null | undefined;
};

type Needs = Pick<Deps, 'models' | 'clock'>;

/**
 * Gives a user task its row, so that people find it in their lists. A task without a case, or of an unknown one, gets a row
 * all the same: a listener that refuses would hold up the procedure.
 */
export const taskCreated =
  (deps: Needs) =>
  async (variables: TaskVariables, job: Job): Promise<TaskDocument> => {
    const row = await taskRow(deps, variables, job);
    await deps.models.tasks.insert(row);

    return row;
  };

/** The row of the user task behind a listener job. */
export async function taskRow({ models, clock }: Needs, variables: TaskVariables, job: Job): Promise<TaskDocument> {
  const { caseNumber, orderId } = variables;
  const [procedure, found, order] = await Promise.all([
    models.procedures.find(job.processDefinitionKey),
    caseNumber === undefined ? null : models.cases.find(caseNumber),
    orderId == null ? null : models.orders.find(orderId),
  ]);
  const task = userTaskOf(job);

  return {
    ...placeOf(variables, found, procedure),
    ...nameOf(job, procedure),
    _id: task.key,
    processInstanceKey: job.processInstanceKey,
    formKey: task.formKey,
    candidateGroups: task.candidateGroups,
    assignee: task.assignee,
    dueAt: task.dueDate === undefined ? undefined : new Date(task.dueDate),
    priority: task.priority,
    lamp: order?.lamp ?? found?.lamp,
    state: 'created',
    variables: { ...variables },
    createdAt: clock.now(),
  };
}

/** The user task of a listener job; a job of another kind is a diagram that names a listener's type in a service task. */
export function userTaskOf(job: Job): ListenerUserTask {
  if (job.userTask === undefined) throw new Error(`${job.type} is a task listener, ${job.elementId} is no user task`);

  return job.userTask;
}

function placeOf(
  { caseNumber, locality, unitId, orderId }: TaskVariables,
  found: CaseDocument | null,
  procedure: ProcedureDocument | null,
) {
  return {
    caseNumber,
    caseTitle: found?.title,
    stage: found?.stage,
    locality: locality ?? found?.locality ?? procedure?.locality,
    confidential: found?.confidential,
    accusedUnitId: found?.accusedUnitId,
    unitId,
    orderId: orderId ?? undefined,
  };
}

function nameOf(job: Job, procedure: ProcedureDocument | null) {
  const element = procedure?.elements[job.elementId];

  return {
    elementId: job.elementId,
    name: element?.label ?? job.elementId,
    formId: element?.formId,
    processId: job.processDefinitionId,
    version: job.processDefinitionVersion,
    definitionKey: job.processDefinitionKey,
  };
}
