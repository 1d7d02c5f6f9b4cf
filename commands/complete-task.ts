import { randomUUID } from 'node:crypto';

import { ListenerSlowError, EngineUnavailableError } from '../engine/errors.js';
import type { FormData } from '../models/orders.js';
import type { PendingSubmission, TaskDocument } from '../models/tasks.js';
import { findAttachments, takeAttachments } from './attach-files.js';
import { checkForm, type CheckedForm } from './check-form.js';
import type { Deps } from './deps.js';
import { BadInputError } from './field-error.js';
import { assertMayWork, findOpenTask } from './find-task.js';
import { formOptions } from './form-options.js';
import { actorFor, type Person } from './person.js';
import { TaskClosedError } from './task-refusals.js';

/** A submission under way holds the task against a second one this long, milliseconds: longer than the engine takes to judge. */
const HOLD_MS = 30_000;

type Needs = Pick<Deps, 'models' | 'engine' | 'clock' | 'localities' | 'log'>;

/**
 * Hands a form in (提交). What was filled in waits with the task; the engine judges whether the task is still open, and its listener
 * binds what waits. Nobody else's submission gets in between, and a second click finds the task closed.
 *
 * Thrown TaskUnknownError, TaskClosedError, TaskNotYoursError, BadInputError with every field that was wrong; TaskTakenError,
 * TaskNotOpenError, ListenerSlowError, EngineUnavailableError from the engine.
 */
export const completeTask =
  (deps: Needs) =>
  async (taskKey: string, data: FormData, person: Person): Promise<void> => {
    const task = await findOpenTask(deps, taskKey);
    assertMayWork(task, person);
    const checked = await checkAgainstForm(deps, task, data);
    if (checked.errors.length > 0) throw new BadInputError(checked.errors);
    await assertNotUnderWay(deps, task);
    const pending = await newPending(deps, checked, task, person);
    if (task.assignee === undefined) await deps.engine.tasks.assign(taskKey, person.userId);
    if ((await deps.models.tasks.holdFor(taskKey, pending)) === null) throw new TaskClosedError('busy');
    let taken: string[] = [];
    try {
      taken = await takeAttachments(deps, pending.files ?? [], { by: pending.by, caseNumber: task.caseNumber ?? '' });
      await deps.engine.tasks.complete(taskKey, checked.variables);
    } catch (error) {
      // Where the engine may still complete it, the submission has to wait for its listener.
      if (!(error instanceof ListenerSlowError || error instanceof EngineUnavailableError)) {
        await deps.models.tasks.letGo(taskKey, pending.id);
        await deps.models.files.release(taken, task.caseNumber ?? '');
      }
      throw error;
    }
  };

/**
 * A submission whose hold is over may still be with the engine, waiting for a slow listener: another one must not take its place.
 * Thrown TaskClosedError.
 */
async function assertNotUnderWay({ engine }: Needs, { _id, pending }: TaskDocument): Promise<void> {
  if (pending === undefined) return;
  const { state } = await engine.tasks.get(_id);
  if (state === 'COMPLETING') throw new TaskClosedError('busy');
  if (state === 'COMPLETED') throw new TaskClosedError('completed');
}

/** What was filled in, against the form deployed with the task's own version. A task without a form takes no data. */
async function checkAgainstForm(deps: Needs, task: TaskDocument, data: FormData): Promise<CheckedForm> {
  const procedure = await deps.models.procedures.find(task.definitionKey);
  const own = task.formId === undefined ? undefined : procedure?.forms[task.formId];
  const schema = own ?? (task.formKey === undefined ? {} : (await deps.engine.tasks.form(task._id))?.schema) ?? {};
  const locality = task.locality === undefined ? undefined : deps.localities.get(task.locality);
  const now = deps.clock.now();

  return checkForm(schema, data, {
    context: task.variables,
    listOf: (valuesKey) => (locality === undefined ? undefined : formOptions(locality, valuesKey, now)),
  });
}

/** Thrown BadInputError when a file is not there, not this person's, or the task has no case that could keep it. */
async function newPending(
  deps: Needs,
  { data, files: named }: CheckedForm,
  task: TaskDocument,
  person: Person,
): Promise<PendingSubmission> {
  const by = actorFor(person, task.candidateGroups);
  const [first] = named;
  if (task.caseNumber === undefined && first !== undefined)
    throw new BadInputError([{ field: first.field, reason: '这个任务没有诉求件，不能附文件' }]);
  const files = await findAttachments(deps, named, { by, caseNumber: task.caseNumber });
  const at = deps.clock.now();
  // A pinned clock may stand still for long, or jump: how long the hold lasts is a matter of real time.
  const until = new Date(Date.now() + HOLD_MS);

  return { id: randomUUID(), data, by, at, until, ...(files.length === 0 ? {} : { files }) };
}
