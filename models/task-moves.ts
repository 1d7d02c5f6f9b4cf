import type { Model } from 'mongoose';

import type { Stage } from '../domain/case.js';
import { changeOne } from './change-one.js';
import { insertOnce } from './collection.js';
import type { Submission } from './orders.js';
import type { PendingSubmission, TaskDocument } from './task-document.js';
import { wordsOf } from './words.js';

/** Writing tasks: each a single-document act on a row that stands where it may start. */
export const taskMoves = (model: Model<TaskDocument>) => ({
  /** Of an open task; false when it has its row already. */
  insert: (task: TaskDocument) =>
    insertOnce(model, { ...task, words: wordsOf(task.caseNumber ?? '', task.caseTitle ?? '') }),
  assign: (taskKey: string, assignee: string | undefined, unitId: string | undefined) =>
    model
      .updateOne(
        { _id: taskKey, state: 'created' },
        assignee === undefined
          ? { $unset: { assignee: 1, assigneeUnitId: 1 } }
          : { $set: { assignee, ...(unitId === undefined ? {} : { assigneeUnitId: unitId }) } },
      )
      .exec(),
  saveDraft: (taskKey: string, draft: NonNullable<TaskDocument['draft']>) =>
    model.updateOne({ _id: taskKey, state: 'created' }, { $set: { draft } }).exec(),
  /** Holds the task for this submission, unless another one holds it still. */
  holdFor: (taskKey: string, pending: PendingSubmission) =>
    changeOne(
      model,
      // None, or one that is over; not as an `$or`, for which not every server looks at the `_id` first.
      { _id: taskKey, state: 'created', 'pending.until': { $not: { $gte: new Date() } } },
      { $set: { pending } },
    ),
  /** Lets go of a submission that the engine did not take. */
  letGo: (taskKey: string, pendingId: string) =>
    model
      .updateOne({ _id: taskKey, state: 'created', 'pending.id': pendingId } as never, { $unset: { pending: 1 } })
      .exec(),
  /** Completes the row with what was handed in; repeating it changes nothing. */
  complete: (taskKey: string, submission: Submission) =>
    changeOne(
      model,
      { _id: taskKey, state: { $ne: 'completed' } },
      {
        $set: { state: 'completed', submission, completedAt: submission.at },
        $unset: { pending: 1, draft: 1, words: 1 },
      },
    ),
  cancel: (taskKey: string, at: Date) =>
    model
      .updateOne(
        { _id: taskKey, state: 'created' },
        { $set: { state: 'canceled', completedAt: at }, $unset: { pending: 1, words: 1 } },
      )
      .exec(),
  /** Opens a row that was closed while the task was not; what was handed in waits as a draft. */
  reopen: async (taskKey: string) => {
    const row = await model.findById(taskKey).lean<TaskDocument>().exec();
    const { data, by, at } = row?.submission ?? {};
    const draft = data === undefined || at === undefined ? undefined : { data, by: by?.userId ?? '', at };
    await model
      .updateOne({ _id: taskKey, state: { $ne: 'created' } } as never, {
        $set: { state: 'created', ...(draft === undefined ? {} : { draft }) },
        $unset: { submission: 1, completedAt: 1 },
      })
      .exec();
  },
  /** A new deadline for an open task. */
  moveDue: (taskKey: string, dueAt: Date) =>
    model.updateOne({ _id: taskKey, state: 'created' }, { $set: { dueAt } }).exec(),
  /** Tells the open tasks of a case where it stands. */
  setStage: (caseNumber: string, stage: Stage) =>
    model.updateMany({ caseNumber, state: 'created', stage: { $ne: stage } } as never, { $set: { stage } }).exec(),
  setLamp: (orderId: string, caseNumber: string, lamp: NonNullable<TaskDocument['lamp']>) =>
    model.updateMany({ caseNumber, orderId, state: 'created' }, { $set: { lamp } }).exec(),
});
export type TaskMoves = ReturnType<typeof taskMoves>;
