import { Type, type Static } from 'typebox';
import { CaseNumber, EngineKey, Fields, Id, Moment, Nullable } from './fields.js';
import { Lamp, OrderRole, OrderState, Stage, Urgency } from './words.js';

const Count = Type.Integer({ minimum: 0 });

/** One open case on a board. */
export const BoardCase = Fields({
  caseNumber: CaseNumber,
  title: Type.String(),
  stage: Stage,
  urgency: Nullable(Urgency),
  lamp: Nullable(Lamp),
  unitId: Nullable(Type.String()),
  unitName: Nullable(Type.String()),
  dueAt: Nullable(Moment),
});
export type BoardCase = Static<typeof BoardCase>;

/** One order that nobody signed yet. */
export const BoardOrder = Fields({
  orderId: Type.String(),
  caseNumber: CaseNumber,
  title: Type.String(),
  unitId: Type.String(),
  unitName: Type.String(),
  issuedAt: Moment,
  signBy: Nullable(Moment),
});
export type BoardOrder = Static<typeof BoardOrder>;

/** Open cases of one unit; `none` have no lamp yet. */
export const BoardUnit = Fields({
  unitId: Type.String(),
  name: Type.String(),
  open: Count,
  green: Count,
  yellow: Count,
  red: Count,
  none: Count,
  unsigned: Count,
});
export type BoardUnit = Static<typeof BoardUnit>;

/** A list shows its most urgent entries; `total` counts all of them. */
const Urgent = <T extends typeof BoardCase | typeof BoardOrder>(item: T) =>
  Fields({ total: Count, items: Type.Array(item, { maxItems: 50 }) });

/** What is open in a locality. Lists leave out confidential cases that the reader may not open; counts do not. */
export const Board = Fields({
  locality: Id,
  localityName: Type.String(),
  at: Moment,
  live: Type.Enum(['stream', 'polling'], { description: 'polling: the database tells no changes, it is asked' }),
  open: Count,
  today: Fields({ registered: Count, closed: Count }),
  stages: Type.Array(Fields({ stage: Stage, count: Count })),
  lamps: Fields({ green: Count, yellow: Count, red: Count, none: Count }),
  units: Type.Array(BoardUnit),
  late: Urgent(BoardCase),
  soon: Urgent(BoardCase),
  unsigned: Urgent(BoardOrder),
});
export type Board = Static<typeof Board>;

/** What else changed, told by `changed` events beside `board`: pages that show it ask anew. */
export const ChangedKinds = Fields({ kinds: Type.Array(Type.Enum(['cases', 'orders', 'tasks', 'notices'])) });
export type ChangedKinds = Static<typeof ChangedKinds>;

/** Why an order is supervised. */
export const Concern = Type.Enum(['unsigned', 'late', 'soon', 'chased'], {
  description: 'chased: for another reason, e.g. a caller who is dissatisfied',
});

/** A rung of supervision (督办) that was climbed. */
export const DoneRung = Fields({
  rung: Type.String(),
  at: Moment,
  by: Type.String(),
  documentId: Nullable(Type.String()),
  result: Nullable(Type.Record(Type.String(), Type.Unknown())),
});
export type DoneRung = Static<typeof DoneRung>;

/** One ladder of an order, by the reason why it is chased (`cause` of the ladder table): each is climbed by itself. */
export const Ladder = Fields({
  cause: Nullable(Type.String()),
  over: Type.Boolean({ description: 'its reason is gone, e.g. it is signed now: nothing comes any more' }),
  /** The rung that waits for somebody now. */
  tasks: Type.Array(
    Fields({
      taskKey: EngineKey,
      name: Type.String(),
      rung: Type.String(),
      rungNumber: Nullable(Type.Integer()),
      dueAt: Nullable(Moment),
      mine: Type.Boolean(),
      claimed: Type.Boolean(),
    }),
  ),
  done: Type.Array(DoneRung),
  /** What the ladder of its own procedure brings next. */
  next: Nullable(
    Fields({
      rung: Nullable(Type.String({ description: 'null: the ladder ends there, and the case is reported up' })),
      at: Nullable(Moment),
    }),
  ),
});
export type Ladder = Static<typeof Ladder>;

/** An order that is late, soon late or unsigned, and how it is being chased. */
export const SupervisedOrder = Fields({
  orderId: Type.String(),
  number: Nullable(Type.String()),
  caseNumber: CaseNumber,
  title: Type.String(),
  unitId: Type.String(),
  unitName: Type.String(),
  role: OrderRole,
  state: OrderState,
  lamp: Nullable(Lamp),
  concern: Concern,
  issuedAt: Moment,
  signBy: Nullable(Moment),
  dueAt: Nullable(Moment),
  /** The moment that makes it late: of signing, or of the deadline. */
  until: Nullable(Moment),
  ladders: Type.Array(Ladder),
});
export type SupervisedOrder = Static<typeof SupervisedOrder>;

export const SupervisionFilter = Fields({
  locality: Type.Optional(Id),
  unitId: Type.Optional(Id),
  concern: Type.Optional(Concern),
});
export type SupervisionFilter = Static<typeof SupervisionFilter>;

/** The most urgent orders first; `total` counts all that match, `units` those that have any. */
export const SupervisionList = Fields({
  total: Count,
  counts: Fields({ unsigned: Count, late: Count, soon: Count, chased: Count }),
  units: Type.Array(Fields({ unitId: Type.String(), name: Type.String(), count: Count })),
  items: Type.Array(SupervisedOrder, { maxItems: 50 }),
});
export type SupervisionList = Static<typeof SupervisionList>;
