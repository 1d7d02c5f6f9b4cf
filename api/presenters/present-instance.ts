import type { Definition } from '../../engine/definitions.js';
import type { Incident as EngineIncident } from '../../engine/incidents.js';
import type { Element, Instance as EngineInstance, InstanceState } from '../../engine/instances.js';
import type { OutboxDocument } from '../../models/outbox.js';
import type { ElementVisit, Incident, Instance, InstanceBranch, OutboxMessage } from '../contract/instance.js';
import { momentOrNull } from './moment.js';

/** What the engine knows of one instance. */
export interface InstanceParts {
  readonly instance: EngineInstance;
  readonly definition: Definition;
  readonly xml: string;
  readonly elements: readonly Element[];
  readonly flows: readonly string[];
  readonly incidents: readonly EngineIncident[];
  /** The case's own instance first, and those called. */
  readonly tree: readonly EngineInstance[];
  /** Names of diagrams by definition key. */
  readonly names: ReadonlyMap<string, string>;
  readonly operateUrl: string | undefined;
}

/** An instance on its own version of the diagram. */
export function presentInstance(found: { _id: string; title: string }, parts: InstanceParts): Instance {
  const { instance, definition, xml, elements, flows, incidents, tree, names, operateUrl } = parts;
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
    incidents: incidents.map((incident) =>
      presentIncident(incident, {
        case: found,
        label: labels.get(incident.elementId),
        processName: names.get(incident.processDefinitionKey),
        operateUrl,
      }),
    ),
    tree: tree.map((branch) => presentBranch(branch, names)),
    operateUrl: inOperate(operateUrl, instance.key),
  };
}

/** What is known of an incident besides what the engine says. */
export interface Whereabouts {
  readonly case?: { readonly _id: string; readonly title: string } | undefined;
  /** Of the element. */
  readonly label?: string | undefined;
  readonly processName?: string | undefined;
  /** Address of Camunda Operate. */
  readonly operateUrl: string | undefined;
}

function presentBranch(branch: EngineInstance, names: InstanceParts['names']): InstanceBranch {
  return {
    processInstanceKey: branch.key,
    parentKey: branch.parentKey ?? null,
    processId: branch.processDefinitionId,
    name: names.get(branch.processDefinitionKey) ?? null,
    version: branch.processDefinitionVersion,
    state: stateOf(branch.state),
    incident: branch.hasIncident,
    startedAt: branch.startedAt,
    endedAt: branch.endedAt ?? null,
  };
}

/** Where an instance stands still, in words that its diagram's owner understands. */
export function presentIncident(incident: EngineIncident, whereabouts: Whereabouts): Incident {
  const { case: found, label, processName, operateUrl } = whereabouts;

  return {
    incidentKey: incident.key,
    caseNumber: found?._id ?? null,
    caseTitle: found?.title ?? null,
    processInstanceKey: incident.processInstanceKey,
    processId: incident.processDefinitionId,
    processName: processName ?? null,
    elementId: incident.elementId,
    label: label ?? null,
    errorType: incident.type,
    message: incident.message,
    createdAt: incident.createdAt,
    operateUrl: inOperate(operateUrl, incident.processInstanceKey),
  };
}

const inOperate = (operateUrl: string | undefined, instanceKey: string): string | null =>
  operateUrl === undefined ? null : `${operateUrl.replace(/\/$/, '')}/processes/${instanceKey}`;

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
    // The engine calls an element without a name by its id.
    label: name === '' || name === elementId ? null : name,
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
