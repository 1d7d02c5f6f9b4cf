import type { Definition } from '../../engine/definitions.js';
import type { Incident as EngineIncident } from '../../engine/incidents.js';
import type { Element, Instance as EngineInstance, InstanceState } from '../../engine/instances.js';
import type { OutboxDocument } from '../../models/outbox.js';
import type { ElementVisit, Incident, Instance, OutboxMessage } from '../contract/instance.js';
import { momentOrNull } from './moment.js';

/** What the engine knows of one instance. */
export interface InstanceParts {
  readonly instance: EngineInstance;
  readonly definition: Definition;
  readonly xml: string;
  readonly elements: readonly Element[];
  readonly flows: readonly string[];
  readonly incidents: readonly EngineIncident[];
}

/** An instance on its own version of the diagram. */
export function presentInstance(caseNumber: string, parts: InstanceParts): Instance {
  const { instance, definition, xml, elements, flows, incidents } = parts;
  const labels = new Map(elements.map(({ elementId, name }) => [elementId, name]));

  return {
    processInstanceKey: instance.key,
    state: stateOf(instance.state),
    definition: {
      key: definition.key,
      id: definition.id,
      version: definition.version,
      tag: definition.versionTag ?? null,
    },
    xml,
    elements: elements.map(presentVisit),
    flows: [...flows],
    incidents: incidents.map((incident) => presentIncident(incident, caseNumber, labels.get(incident.elementId))),
  };
}

/** Where an instance stands still, in words that its diagram's owner understands. */
export function presentIncident(incident: EngineIncident, caseNumber?: string, label?: string): Incident {
  return {
    incidentKey: incident.key,
    caseNumber: caseNumber ?? null,
    processId: incident.processDefinitionId,
    elementId: incident.elementId,
    label: label ?? null,
    errorType: incident.type,
    message: incident.message,
    createdAt: incident.createdAt,
  };
}

export function presentOutboxMessage(message: OutboxDocument): OutboxMessage {
  return {
    messageId: message._id,
    caseNumber: message.caseNumber,
    channel: message.channel,
    to: message.to,
    kind: message.kind,
    text: message.text,
    state: message.state,
    attempts: message.attempts,
    sentAt: momentOrNull(message.sentAt),
  };
}

function presentVisit({ elementId, name, type, state, hasIncident, startedAt, endedAt }: Element): ElementVisit {
  return {
    elementId,
    label: name === '' ? null : name,
    type,
    state: stateOf(state),
    incident: hasIncident,
    startedAt,
    endedAt: endedAt ?? null,
  };
}

function stateOf(state: InstanceState): 'active' | 'completed' | 'terminated' {
  return ({ ACTIVE: 'active', COMPLETED: 'completed', TERMINATED: 'terminated' } as const)[state];
}
