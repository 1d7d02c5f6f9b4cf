import type { Connection } from 'mongoose';

import type { Lamp } from '../domain/supervision.js';
import { COUNT_LIMIT, insertOnce, Mixed, modelOf, readPage, schemaOf, type Page, type Paging } from './collection.js';
import type { FormData, Submission } from './orders.js';
import { taskFilter } from './task-filter.js';

export type TaskState = 'created' | 'completed' | 'canceled';

/** A form handed in that the engine has not judged yet; it holds the task against a second one until `until`. */
export interface PendingSubmission extends Submission {
  id: string;
  until: Date;
}

/** A user task of the engine, kept true by its listeners. */
export interface TaskDocument {
  /** Key of the user task. */
  _id: string;
  /** Missing when the process has no case. */
  caseNumber?: string | undefined;
  caseTitle?: string | undefined;
  locality?: string | undefined;
  elementId: string;
  /** What the handler reads. */
  name: string;
  processId: string;
  version: number;
  definitionKey: string;
  processInstanceKey: string;
  formKey?: string | undefined;
  formId?: string | undefined;
  candidateGroups: string[];
  assignee?: string | undefined;
  /** Unit of the assignee. */
  assigneeUnitId?: string | undefined;
  dueAt?: Date | undefined;
  priority: number;
  lamp?: Lamp | undefined;
  state: TaskState;
  confidential?: boolean | undefined;
  /** Unit that the case complains about: its people do not learn by this task who complained. */
  accusedUnitId?: string | undefined;
  unitId?: string | undefined;
  orderId?: string | undefined;
  /** Process variables when the task came up: initial values of its form. */
  variables: FormData;
  draft?: { data: FormData; by: string; at: Date } | undefined;
  pending?: PendingSubmission | undefined;
  submission?: Submission | undefined;
  createdAt: Date;
  completedAt?: Date | undefined;
}

/** What a task knew of the tables' decisions when it came up, and the unit that a person chose in it. */
export interface Decision extends Pick<TaskDocument, 'formId' | 'unitId' | 'createdAt' | 'variables'> {
  submission?: { data: FormData } | undefined;
}

/** A set of tasks that somebody may look at: every condition that is named must hold. */
export interface TaskScope {
  assignee?: string | undefined;
  candidateGroups?: readonly string[] | undefined;
  locality?: string | undefined;
  unitIds?: readonly string[] | undefined;
  /** False leaves out tasks of confidential cases. */
  confidential?: false | undefined;
}

/** Filters of the list of tasks. */
export interface TaskFilter {
  /** Only tasks of at least one of these; none at all when it is empty. */
  scopes?: readonly TaskScope[] | undefined;
  assignee?: string | undefined;
  /** Tasks that anybody of these groups may take. */
  candidateGroups?: readonly string[] | undefined;
  localities?: readonly string[] | undefined;
  unitIds?: readonly string[] | undefined;
  caseNumber?: string | undefined;
  orderId?: string | undefined;
  formIds?: readonly string[] | undefined;
  state?: TaskState | undefined;
  dueBefore?: Date | undefined;
  names?: readonly string[] | undefined;
  lamps?: readonly Lamp[] | undefined;
  caseNumbers?: readonly string[] | undefined;
  /** Found in the title or the number of the case. */
  text?: string | undefined;
  /** Leaves out tasks of cases that complain about one of these units. */
  notAccused?: readonly string[] | undefined;
}

export type TaskSort = 'dueAt' | '-dueAt' | 'createdAt' | '-createdAt';

const schema = schemaOf<TaskDocument>('tasks', {
  caseNumber: String,
  caseTitle: String,
  locality: String,
  elementId: { type: String, required: true },
  name: { type: String, required: true },
  processId: { type: String, required: true },
  version: { type: Number, required: true },
  definitionKey: { type: String, required: true },
  processInstanceKey: { type: String, required: true },
  formKey: String,
  formId: String,
  candidateGroups: { type: [String], required: true },
  assignee: String,
  assigneeUnitId: String,
  dueAt: Date,
  priority: { type: Number, required: true },
  lamp: String,
  state: { type: String, required: true },
  confidential: Boolean,
  accusedUnitId: String,
  unitId: String,
  orderId: String,
  variables: { type: Mixed, required: true },
  draft: Mixed,
  pending: Mixed,
  submission: Mixed,
  createdAt: { type: Date, required: true },
  completedAt: Date,
});
schema.index({ candidateGroups: 1, state: 1, dueAt: 1 });
schema.index({ assignee: 1, state: 1, dueAt: 1 });
schema.index({ locality: 1, state: 1, dueAt: 1 });
schema.index({ locality: 1, unitId: 1, state: 1, dueAt: 1 });
schema.index({ caseNumber: 1, completedAt: -1 });
schema.index({ state: 1, createdAt: 1 });

export const openTasks = (connection: Connection) => {
  const model = modelOf(connection, 'Task', schema);

  return {
    /** False when the task has its row already. */
    insert: (task: TaskDocument) => insertOnce(model, task),
    find: (taskKey: string) => model.findById(taskKey).lean<TaskDocument>().exec(),
    list: (filter: TaskFilter, sort: TaskSort, paging: Paging): Promise<Page<TaskDocument>> =>
      readPage(model, {
        filter: taskFilter(filter),
        sort: taskOrder(sort),
        paging,
        fields: { variables: 0, submission: 0, pending: 0, draft: 0 },
      }),
    count: (filter: TaskFilter) => model.countDocuments(taskFilter(filter) as never, { limit: COUNT_LIMIT }).exec(),
    /** Names and deadlines, for counting: the soonest due of a list. */
    digest: (filter: TaskFilter, limit: number) =>
      model
        .find(taskFilter(filter) as never, { name: 1, dueAt: 1 })
        .sort({ dueAt: 1 })
        .limit(limit)
        .lean<Pick<TaskDocument, '_id' | 'name' | 'dueAt'>[]>()
        .exec(),
    /** Cases that these tasks belong to. */
    caseNumbers: async (filter: TaskFilter): Promise<string[]> => {
      const rows = await model
        .find(taskFilter(filter) as never, { caseNumber: 1 })
        .lean<Pick<TaskDocument, 'caseNumber'>[]>()
        .exec();

      return [...new Set(rows.flatMap(({ caseNumber }) => caseNumber ?? []))];
    },
    explain: (filter: TaskFilter, sort: TaskSort) =>
      model.collection
        .find(taskFilter(filter) as never)
        .sort(taskOrder(sort))
        .limit(20)
        .explain('executionStats'),
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
      model
        .findOneAndUpdate(
          {
            _id: taskKey,
            state: 'created',
            $or: [{ pending: null }, { 'pending.until': { $lt: new Date() } }],
          } as never,
          { $set: { pending } },
          { returnDocument: 'after' },
        )
        .lean<TaskDocument>()
        .exec(),
    /** Lets go of a submission that the engine did not take. */
    letGo: (taskKey: string, pendingId: string) =>
      model
        .updateOne({ _id: taskKey, state: 'created', 'pending.id': pendingId } as never, { $unset: { pending: 1 } })
        .exec(),
    /** Completes the row with what was handed in; repeating it changes nothing. */
    complete: (taskKey: string, submission: Submission) =>
      model
        .findOneAndUpdate(
          { _id: taskKey, state: { $ne: 'completed' } } as never,
          {
            $set: { state: 'completed', submission, completedAt: submission.at },
            $unset: { pending: 1, draft: 1 },
          },
          { returnDocument: 'after' },
        )
        .lean<TaskDocument>()
        .exec(),
    cancel: (taskKey: string, at: Date) =>
      model
        .updateOne(
          { _id: taskKey, state: 'created' },
          { $set: { state: 'canceled', completedAt: at }, $unset: { pending: 1 } },
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
    /** What was last handed in for a case: with this form, for this order, where they are named. */
    latestSubmission: async (of: {
      caseNumber: string;
      formId?: string | undefined;
      orderId?: string | undefined;
    }): Promise<Submission | undefined> => {
      const task = await model
        .findOne({
          caseNumber: of.caseNumber,
          ...(of.formId === undefined ? {} : { formId: of.formId }),
          state: 'completed',
          ...(of.orderId === undefined ? {} : { orderId: of.orderId }),
        })
        .sort({ completedAt: -1 })
        .lean<TaskDocument>()
        .exec();

      return task?.submission;
    },
    /** Open rows made before this moment, in the order of their keys, after this one. */
    openBefore: (before: Date, after: string, limit: number) =>
      model
        .find({ _id: { $gt: after }, state: 'created', createdAt: { $lt: before } } as never, { variables: 0 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<TaskDocument[]>()
        .exec(),
    findMany: (taskKeys: readonly string[]) =>
      model
        .find({ _id: { $in: [...taskKeys] } }, { state: 1, completedAt: 1 })
        .lean<Pick<TaskDocument, '_id' | 'state' | 'completedAt'>[]>()
        .exec(),
    openOfCase: (caseNumber: string) =>
      model.find({ caseNumber, state: 'created' }, { variables: 0 }).lean<TaskDocument[]>().exec(),
    ofCase: (caseNumber: string) =>
      model.find({ caseNumber }, { variables: 0 }).sort({ createdAt: 1 }).lean<TaskDocument[]>().exec(),
    /** What the tables decided about a case, newest first: variables of its tasks, and what a person made of them. */
    decisionsOfCase: (caseNumber: string) =>
      model
        .find(
          {
            caseNumber,
            $or: [{ 'variables.routeReason': { $exists: true } }, { 'variables.deadlineClass': { $exists: true } }],
          } as never,
          {
            formId: 1,
            unitId: 1,
            createdAt: 1,
            'submission.data.unitId': 1,
            'variables.unitId': 1,
            'variables.routeReason': 1,
            'variables.legalBasis': 1,
            'variables.deadlineClass': 1,
          },
        )
        .sort({ createdAt: -1 })
        .lean<Decision[]>()
        .exec(),
    /** A new deadline for an open task. */
    moveDue: (taskKey: string, dueAt: Date) =>
      model.updateOne({ _id: taskKey, state: 'created' }, { $set: { dueAt } }).exec(),
    setLamp: (orderId: string, caseNumber: string, lamp: NonNullable<TaskDocument['lamp']>) =>
      model.updateMany({ caseNumber, orderId, state: 'created' }, { $set: { lamp } }).exec(),
  };
};
export type Tasks = ReturnType<typeof openTasks>;

function taskOrder(sort: TaskSort): Record<string, 1 | -1> {
  return { [sort.replace('-', '')]: sort.startsWith('-') ? -1 : 1 };
}
