import { Type, type Static } from 'typebox';
import { CaseNumber, EngineKey, Fields, Id, Line, Moment, Nullable, Option, Page, paging, UserId } from './fields.js';
import { Lamp, Stage, TaskState } from './words.js';

/**
 * Whose tasks: those I hold, those my groups may take, or all that I may see. `text`, one character or more, looks in titles and
 * case numbers; `stage` is that of the case, for a task that is over the one in which it ended.
 */
export const TaskFilter = Fields({
  ...paging,
  whose: Type.Optional(Type.Enum(['mine', 'unit', 'all'])),
  locality: Type.Optional(Id),
  unitId: Type.Optional(Id),
  caseNumber: Type.Optional(CaseNumber),
  state: Type.Optional(TaskState),
  formId: Type.Optional(Type.Array(Id, { maxItems: 10 })),
  dueBefore: Type.Optional(Moment),
  name: Type.Optional(Type.Array(Line(60), { maxItems: 20 })),
  stage: Type.Optional(Type.Array(Stage, { maxItems: 8 })),
  lamp: Type.Optional(Type.Array(Lamp, { maxItems: 3 })),
  overdue: Type.Optional(Type.Boolean()),
  text: Type.Optional(Line(60)),
  sort: Type.Optional(Type.Enum(['dueAt', '-dueAt', 'createdAt', '-createdAt'])),
});
export type TaskFilter = Static<typeof TaskFilter>;

const summary = {
  taskKey: EngineKey,
  name: Type.String(),
  elementId: Type.String(),
  caseNumber: Nullable(CaseNumber),
  caseTitle: Nullable(Type.String()),
  stage: Nullable(Stage),
  formId: Nullable(Type.String()),
  locality: Nullable(Id),
  unitId: Nullable(Type.String()),
  orderId: Nullable(Type.String()),
  state: TaskState,
  mine: Type.Boolean({ description: 'I hold it' }),
  forMe: Type.Boolean({ description: 'offered to my post, or given to me' }),
  claimed: Type.Boolean(),
  claimedBy: Nullable(Type.String({ description: 'unit of the person who holds it' })),
  candidateGroups: Type.Array(Type.String()),
  priority: Type.Integer(),
  lamp: Nullable(Lamp),
  dueAt: Nullable(Moment),
  createdAt: Moment,
  completedAt: Nullable(Moment),
};

export const TaskSummary = Fields(summary);
export type TaskSummary = Static<typeof TaskSummary>;

export const TaskPage = Page(TaskSummary);
export type TaskPage = Static<typeof TaskPage>;

/** How many open tasks there are: of each kind of list, and in the list asked for by name; counted up to 500. */
export const TaskCounts = Fields({
  mine: Type.Integer(),
  unit: Type.Integer(),
  all: Type.Integer(),
  overdue: Type.Integer({ description: 'in the list asked for' }),
  names: Type.Array(Fields({ name: Type.String(), count: Type.Integer() })),
});
export type TaskCounts = Static<typeof TaskCounts>;

/** Values of a form, by the keys of its components. Checked against the form itself. */
export const FormData = Type.Record(Type.String({ maxLength: 80 }), Type.Unknown());

/** One task with all that its page needs. `schema` is the form-js schema as deployed with the task's own version. */
export const TaskDetail = Fields({
  ...summary,
  form: Nullable(Fields({ formId: Type.String(), schema: Type.Record(Type.String(), Type.Unknown()) })),
  data: FormData,
  draft: Nullable(FormData),
  ended: Nullable(Type.String({ description: 'who completed it when, or that the procedure took it back' })),
  /** Once it ended: the open task of the same kind and case that is for the reader. */
  again: Nullable(EngineKey),
  options: Type.Record(Type.String(), Type.Array(Option), { description: 'by `valuesKey`' }),
});
export type TaskDetail = Static<typeof TaskDetail>;

export const Submission = Fields({ data: FormData });
export type Submission = Static<typeof Submission>;

/** Somebody of the same post, to whom a task may be handed over. */
export const Colleague = Fields({ userId: UserId, name: Type.String() });
export type Colleague = Static<typeof Colleague>;

export const HandOver = Fields({ to: UserId, reason: Type.Optional(Line(200)) });
export type HandOver = Static<typeof HandOver>;
