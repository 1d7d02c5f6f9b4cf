import { Type, type Static } from 'typebox';
import { CaseNumber, EngineKey, Fields, Id, Line, Moment, Nullable, Page, paging } from './fields.js';
import { Attachment } from './file.js';
import { Place, Said } from './register.js';
import { Branch, Lamp, OrderRole, OrderState, ResponsiblePart, Stage, Urgency } from './words.js';

/** Filters of the list of cases. Several values of one filter are separated by commas. `text` is a case's number, or part of a title: one character or more. */
export const CaseFilter = Fields({
  ...paging,
  locality: Type.Optional(Id),
  stage: Type.Optional(Type.Array(Stage, { maxItems: 8 })),
  kind: Type.Optional(Type.Array(Id, { maxItems: 10 })),
  category: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  unitId: Type.Optional(Id),
  lamp: Type.Optional(Type.Array(Lamp, { maxItems: 3 })),
  channel: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  from: Type.Optional(Moment),
  until: Type.Optional(Moment),
  text: Type.Optional(Line(60)),
  overdue: Type.Optional(Type.Boolean()),
  sort: Type.Optional(Type.Enum(['-registeredAt', 'registeredAt', 'dueAt', '-dueAt'])),
});
export type CaseFilter = Static<typeof CaseFilter>;

const summary = {
  caseNumber: CaseNumber,
  locality: Id,
  stage: Stage,
  kind: Nullable(Type.String()),
  category: Nullable(Type.String()),
  urgency: Nullable(Urgency),
  channel: Type.String(),
  title: Type.String(),
  unitId: Nullable(Type.String({ description: 'unit that holds the case now' })),
  lamp: Nullable(Lamp),
  dueAt: Nullable(Moment),
  overdue: Type.Boolean(),
  registeredAt: Moment,
  closedAt: Nullable(Moment),
  outcome: Nullable(Type.String()),
  confidential: Type.Boolean(),
};

export const CaseSummary = Fields(summary);
export type CaseSummary = Static<typeof CaseSummary>;

export const CasePage = Page(CaseSummary);
export type CasePage = Static<typeof CasePage>;

/** A named supervisor (督办人) and a named handler (承办人) of one level (包保), and why it answers. */
export const Responsible = Fields({
  part: ResponsiblePart,
  level: Type.String(),
  unitId: Type.String(),
  supervisor: Type.String(),
  handler: Type.String(),
});

export const CaseItem = Fields({
  itemId: Type.String(),
  text: Type.String(),
  unitId: Nullable(Type.String()),
  dueAt: Nullable(Moment),
  state: Nullable(Type.String()),
});

export const Order = Fields({
  orderId: Type.String(),
  number: Nullable(Type.String()),
  unitId: Type.String(),
  role: OrderRole,
  itemId: Nullable(Type.String()),
  duty: Nullable(Type.String()),
  state: OrderState,
  lamp: Nullable(Lamp),
  issuedAt: Moment,
  deadlineClass: Nullable(Type.String({ description: 'words of the deadline table' })),
  reason: Nullable(Type.String({ description: 'why this unit, from the routing table' })),
  legalBasis: Nullable(Type.String()),
  signBy: Nullable(Moment),
  contactBy: Nullable(Moment),
  returnBy: Nullable(Moment),
  dueAt: Nullable(Moment),
  warnAt: Nullable(Moment),
  signedAt: Nullable(Moment),
  contactedAt: Nullable(Moment),
  repliedAt: Nullable(Moment),
  reply: Nullable(Type.Record(Type.String(), Type.Unknown())),
  returned: Type.Integer({ description: 'how often it was sent back' }),
  extended: Type.Integer({ description: 'how often its deadline was moved' }),
  designated: Type.Boolean(),
});
export type Order = Static<typeof Order>;

/** One case with everything that its handlers see. The caller is masked; see `POST /cases/{caseNumber}/caller`. */
export const CaseDetail = Fields({
  ...summary,
  text: Type.String(),
  branch: Nullable(Branch),
  lineId: Nullable(Type.String()),
  place: Nullable(Place),
  attachments: Type.Array(Attachment),
  mayDisclose: Type.Boolean({ description: 'the reader may let the unit that is complained about see attachments' }),
  attachmentsHidden: Type.Integer({ description: 'files that this reader may not open: they may tell who complained' }),
  caller: Nullable(Fields({ name: Nullable(Type.String()), phone: Nullable(Type.String()) })),
  accusedUnitId: Nullable(Type.String()),
  occurredAt: Nullable(Moment),
  wantedAt: Nullable(Moment),
  warnAt: Nullable(Moment),
  deadlineClass: Nullable(Type.String()),
  round: Type.Integer(),
  items: Type.Array(CaseItem),
  answers: Type.Array(Said),
  answered: Nullable(Type.String({ description: 'what the caller was answered at the desk' })),
  responsible: Type.Array(Responsible),
  orders: Type.Array(Order),
  mergedInto: Nullable(CaseNumber),
  withdrawal: Nullable(
    Fields({ at: Moment, reason: Type.String(), by: Type.String({ description: 'post, or 市民' }) }),
  ),
  reopenings: Type.Array(
    Fields({
      round: Type.Integer(),
      at: Moment,
      reason: Type.String(),
      by: Type.String({ description: 'post, or 市民' }),
    }),
    { description: 'each time that it was said not to be solved after closing, oldest first' },
  ),
  likeOf: Nullable(CaseNumber),
  processInstanceKey: Nullable(EngineKey),
});
export type CaseDetail = Static<typeof CaseDetail>;

export const RevealCaller = Fields({ reason: Line(200) });
export type RevealCaller = Static<typeof RevealCaller>;

export const CallerIdentity = Fields({ name: Nullable(Type.String()), phone: Nullable(Type.String()) });
export type CallerIdentity = Static<typeof CallerIdentity>;
