import { Type, type Static } from 'typebox';
import { EngineKey, Fields, Id, Moment, Nullable } from './fields.js';

export const Incident = Fields({
  incidentKey: EngineKey,
  caseNumber: Nullable(Type.String()),
  processId: Type.String(),
  elementId: Type.String(),
  label: Nullable(Type.String()),
  errorType: Type.String(),
  message: Type.String(),
  createdAt: Nullable(Moment),
});
export type Incident = Static<typeof Incident>;

/** One visit of an element of the diagram. */
export const ElementVisit = Fields({
  elementId: Type.String(),
  label: Nullable(Type.String()),
  type: Type.String(),
  state: Type.Enum(['active', 'completed', 'terminated']),
  incident: Type.Boolean(),
  startedAt: Nullable(Moment),
  endedAt: Nullable(Moment),
});
export type ElementVisit = Static<typeof ElementVisit>;

/** The process instance of a case on its own version of the diagram. */
export const Instance = Fields({
  processInstanceKey: EngineKey,
  state: Type.Enum(['active', 'completed', 'terminated']),
  definition: Fields({ key: EngineKey, id: Id, version: Type.Integer(), tag: Nullable(Type.String()) }),
  xml: Type.String(),
  elements: Type.Array(ElementVisit),
  flows: Type.Array(Type.String(), { description: 'ids of the sequence flows taken' }),
  incidents: Type.Array(Incident),
});
export type Instance = Static<typeof Instance>;

/** One message to the outside (SMS, phone, WeChat, mail), as the local adapter keeps it. */
export const OutboxMessage = Fields({
  messageId: Type.String(),
  caseNumber: Nullable(Type.String()),
  channel: Type.String(),
  to: Type.String(),
  kind: Type.String(),
  text: Type.String(),
  state: Type.Enum(['pending', 'sent', 'failed']),
  attempts: Type.Integer(),
  sentAt: Nullable(Moment),
});
export type OutboxMessage = Static<typeof OutboxMessage>;
