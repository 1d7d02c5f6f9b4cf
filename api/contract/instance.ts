import { Type, type Static } from 'typebox';
import { EngineKey, Fields, Id, Moment, Nullable } from './fields.js';

const operateUrl = Nullable(Type.String({ description: 'the same instance in Camunda Operate, where there is one' }));

export const Incident = Fields({
  incidentKey: EngineKey,
  caseNumber: Nullable(Type.String()),
  caseTitle: Nullable(Type.String()),
  processInstanceKey: EngineKey,
  processId: Type.String(),
  processName: Nullable(Type.String({ description: 'name of the diagram' })),
  elementId: Type.String(),
  label: Nullable(Type.String()),
  errorType: Type.String(),
  message: Type.String(),
  createdAt: Nullable(Moment),
  operateUrl,
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

/** One instance of the tree: the case's own (no parent), and those that it called. */
export const InstanceBranch = Fields({
  processInstanceKey: EngineKey,
  parentKey: Nullable(EngineKey),
  processId: Type.String(),
  name: Nullable(Type.String({ description: 'name of the diagram' })),
  version: Type.Integer(),
  state: Type.Enum(['active', 'completed', 'terminated']),
  incident: Type.Boolean(),
  startedAt: Moment,
  endedAt: Nullable(Moment),
});
export type InstanceBranch = Static<typeof InstanceBranch>;

/** A process instance of a case on its own version of the diagram, and where it stands among those called. */
export const Instance = Fields({
  processInstanceKey: EngineKey,
  state: Type.Enum(['active', 'completed', 'terminated']),
  definition: Fields({ key: EngineKey, id: Id, version: Type.Integer(), tag: Nullable(Type.String()) }),
  xml: Type.String(),
  elements: Type.Array(ElementVisit),
  flows: Type.Array(Type.String(), { description: 'ids of the sequence flows taken' }),
  incidents: Type.Array(Incident),
  tree: Type.Array(InstanceBranch),
  operateUrl,
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
