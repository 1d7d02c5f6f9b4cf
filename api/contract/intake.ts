import { Type, type Static } from 'typebox';
import { CaseSummary } from './case.js';
import { CaseNumber, Fields, Id, Moment, Nullable } from './fields.js';
import { Point } from './register.js';
import { Stage, Urgency } from './words.js';

/** The phone stands in the body, never in an address: addresses are written to logs. */
export const CallerAsked = Fields({ locality: Id, phone: Type.String({ format: 'phone', maxLength: 32 }) });

/** Earlier cases of one caller, the newest first, among those that the person may see with their caller. */
export const EarlierCases = Fields({ items: Type.Array(CaseSummary) });
export type EarlierCases = Static<typeof EarlierCases>;

/** What was told so far, however little it is. */
export const MatterAsked = Fields({
  title: Type.Optional(Type.String({ maxLength: 120 })),
  text: Type.Optional(Type.String({ maxLength: 5000 })),
  category: Type.Optional(Id),
  placeUnitId: Type.Optional(Id),
  address: Type.Optional(Type.String({ maxLength: 200 })),
});

export const LikeCase = Fields({
  caseNumber: CaseNumber,
  title: Type.String(),
  excerpt: Type.String({ description: 'beginning of its text' }),
  stage: Stage,
  kind: Nullable(Type.String()),
  category: Nullable(Type.String()),
  placeUnitId: Nullable(Type.String()),
  address: Nullable(Type.String()),
  unitId: Nullable(Type.String({ description: 'unit that holds it now' })),
  registeredAt: Moment,
  closedAt: Nullable(Moment),
  outcome: Nullable(Type.String()),
  callers: Type.Integer({ description: 'people who reported it' }),
  score: Type.Number({ minimum: 0, maximum: 1 }),
  because: Type.Array(Type.Enum(['words', 'place', 'category'])),
  mayMerge: Type.Boolean({ description: 'it is open, so that a report of the same can be merged into it' }),
});
export type LikeCase = Static<typeof LikeCase>;

/** What the tables of the procedure are asked with. */
export const ProposalAsked = Fields({
  channel: Id,
  category: Id,
  kind: Type.Optional(Id),
  urgency: Type.Optional(Urgency),
  placeUnitId: Type.Optional(Id),
  lineId: Type.Optional(Id),
  confidential: Type.Optional(Type.Boolean()),
});

/** Which unit, why, and until when, by the locality's deployed tables. What is left to a person is null. */
export const Proposal = Fields({
  mode: Nullable(Type.String({ description: "way of handling, in the table's own word" })),
  unitId: Nullable(Type.String()),
  supportUnitIds: Type.Array(Type.String()),
  reason: Nullable(Type.String()),
  legalBasis: Nullable(Type.String()),
  usualUnitId: Nullable(Type.String({ description: 'unit that the category usually goes to: a hint, no decision' })),
  deadlineClass: Nullable(Type.String()),
  signBy: Nullable(Moment),
  contactBy: Nullable(Moment),
  dueAt: Nullable(Moment),
  warnAt: Nullable(Moment),
  missing: Nullable(Type.String({ description: 'why there is nothing to propose, or not all' })),
});
export type Proposal = Static<typeof Proposal>;

/** What is typed and not registered yet: the page's own fields. */
export const SaveIntakeDraft = Fields({ fields: Type.Record(Type.String(), Type.Unknown()) });

export const IntakeDraft = Fields({
  fields: Nullable(Type.Record(Type.String(), Type.Unknown())),
  savedAt: Nullable(Moment),
});
export type IntakeDraft = Static<typeof IntakeDraft>;

/** A place that can be drawn on a map: a unit's seat or a known place. */
export const MapPoint = Fields({
  name: Type.String(),
  unitId: Id,
  point: Point,
  approximate: Type.Boolean(),
});

/** What the map shows. `tiles` is the address of a tile server that the operator named; without one none is asked. */
export const MapData = Fields({
  tiles: Nullable(Fields({ address: Type.String(), attribution: Type.String() })),
  points: Type.Array(MapPoint),
});
export type MapData = Static<typeof MapData>;
