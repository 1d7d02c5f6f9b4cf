import { Type, type Static } from 'typebox';
import { Fields, Moment, Nullable } from './fields.js';

const Text = Nullable(Type.String());

/** One act of the record: who, when, what, at which element of which version of the diagram. */
export const Step = Fields({
  number: Type.Integer(),
  at: Moment,
  by: Fields({ userId: Text, unitId: Text, role: Text, name: Text }),
  act: Type.String(),
  element: Nullable(
    Fields({ processId: Text, version: Nullable(Type.Integer()), definitionKey: Text, elementId: Text, label: Text }),
  ),
  data: Type.Record(Type.String(), Type.Unknown()),
  said: Type.Array(Fields({ label: Type.String(), value: Type.String() }), {
    description: 'what was filled into the form of a task, in its words',
  }),
  hash: Type.String(),
});
export type Step = Static<typeof Step>;

/** The steps in their order, and whether the chain of their hashes holds. `brokenAt` is the number of the first bad step. */
export const StepList = Fields({
  steps: Type.Array(Step),
  chain: Fields({ intact: Type.Boolean(), brokenAt: Nullable(Type.Integer()) }),
});
export type StepList = Static<typeof StepList>;

export const CaseDocument = Fields({
  documentId: Type.String(),
  kind: Type.String(),
  number: Text,
  addressee: Text,
  title: Type.String(),
  legalBasis: Text,
  issuedAt: Moment,
});
export type CaseDocument = Static<typeof CaseDocument>;

export const Notice = Fields({
  noticeId: Type.String(),
  kind: Type.String(),
  orderId: Text,
  unitId: Text,
  rung: Text,
  at: Moment,
  result: Nullable(Type.Record(Type.String(), Type.Unknown())),
  documentId: Text,
});
export type Notice = Static<typeof Notice>;

export const Callback = Fields({
  callbackId: Type.String(),
  orderId: Text,
  round: Type.Integer(),
  attempt: Type.Integer(),
  sampled: Type.Boolean(),
  reached: Nullable(Type.Boolean()),
  contacted: Nullable(Type.Boolean()),
  solved: Nullable(Type.Boolean()),
  satisfied: Nullable(Type.Boolean()),
  factors: Type.Record(Type.String(), Type.Unknown()),
  opinion: Text,
  channel: Nullable(
    Type.String({ description: '`web`: said by the caller on the web (好差评); null: an agent called' }),
  ),
  answers: Type.Array(Fields({ label: Type.String(), value: Type.String() }), { description: 'of a rating, in words' }),
  revision: Nullable(Type.Integer({ description: 'of a rating: more than 1 when it was changed' })),
  at: Moment,
});
export type Callback = Static<typeof Callback>;
