import { branded } from './branded.js';
import type { Call } from './call.js';
import type { Clients } from './clients.js';
import { eventually } from './eventually.js';
import type { Element, ElementCount, Instance, InstanceFilter, Instances, NewInstance } from './instances.js';
import { optional, present } from './present.js';

type Rest = Clients['rest'];
type Query = NonNullable<Parameters<Rest['searchProcessInstances']>[0]['filter']>;
type Creation = Parameters<Rest['createProcessInstance']>[0];
type InstanceOnTheWire = Awaited<ReturnType<Rest['getProcessInstance']>>;
type ElementOnTheWire = Awaited<ReturnType<Rest['getElementInstance']>>;

/** Process instances: commands over gRPC where it can say them, searches over REST. */
export function connectInstances({ grpc, rest }: Clients, call: Call): Instances {
  return {
    create: (instance) => create(rest, call, instance),
    get: async (key) =>
      instance(
        await call('getProcessInstance', () =>
          rest.getProcessInstance({ processInstanceKey: branded(key) }, eventually),
        ),
      ),
    search: (filter, limit = 1_000) => search(rest, call, filter, limit),
    cancel: (key) => call('cancelProcessInstance', () => grpc.cancelProcessInstance(key)),
    elements: (key) => elements(rest, call, key),
    sequenceFlows: async (key) => {
      const { items } = await call('getProcessInstanceSequenceFlows', () =>
        rest.getProcessInstanceSequenceFlows({ processInstanceKey: branded(key) }, eventually),
      );

      return [...new Set((items ?? []).map(({ elementId }) => present(elementId, 'sequenceFlow.elementId')))];
    },
    statistics: async (key) => {
      const { items } = await call('getProcessInstanceStatistics', () =>
        rest.getProcessInstanceStatistics({ processInstanceKey: branded(key) }, eventually),
      );

      return (items ?? []).map(elementCount);
    },
    setVariables: (elementInstanceKey, variables) =>
      call('setVariables', () => grpc.setVariables({ elementInstanceKey, variables, local: false })),
    migrate: async (processInstanceKey, { targetProcessDefinitionKey, mappings }) => {
      const mappingInstructions = mappings.map(({ from, to }) => ({ sourceElementId: from, targetElementId: to }));
      await call('migrateProcessInstance', () =>
        grpc.migrateProcessInstance({
          processInstanceKey,
          migrationPlan: { targetProcessDefinitionKey, mappingInstructions },
        }),
      );
    },
  };
}

/** Not repeatable: a creation whose answer is lost may have been done, and a second one would make a second instance. */
async function create(rest: Rest, call: Call, { process, variables, tags, startAt }: NewInstance) {
  const creation = {
    ...('id' in process ? { processDefinitionId: process.id } : { processDefinitionKey: process.key }),
    variables: { ...variables },
    ...(tags && { tags }),
    ...(startAt && { startInstructions: startAt.map((elementId) => ({ elementId })) }),
  } as Creation;
  const created = await call('createProcessInstance', () => rest.createProcessInstance(creation), {
    repeatable: false,
  });

  return {
    key: created.processInstanceKey,
    processDefinitionKey: created.processDefinitionKey,
    version: created.processDefinitionVersion,
  };
}

async function search(rest: Rest, call: Call, filter: InstanceFilter, limit: number): Promise<Instance[]> {
  const found = await call('searchProcessInstances', () =>
    rest.searchProcessInstances(
      { filter: wireFilter(filter) as Query, sort: [{ field: 'startDate', order: 'DESC' }], page: { from: 0, limit } },
      eventually,
    ),
  );

  return found.items.map(instance);
}

async function elements(rest: Rest, call: Call, key: string): Promise<Element[]> {
  const found = await call('searchElementInstances', () =>
    rest.searchElementInstances(
      {
        filter: { processInstanceKey: branded(key) },
        sort: [{ field: 'startDate', order: 'ASC' }],
        page: { from: 0, limit: 10_000 },
      },
      eventually,
    ),
  );

  return (found.items ?? []).map(element);
}

function wireFilter({ keys, parentKey, tags, ...same }: InstanceFilter) {
  return {
    ...same,
    ...(keys && { processInstanceKey: { $in: keys } }),
    ...(parentKey && { parentProcessInstanceKey: parentKey }),
    ...(tags && { tags }),
  };
}

function instance(found: InstanceOnTheWire): Instance {
  return {
    key: found.processInstanceKey,
    processDefinitionId: found.processDefinitionId,
    processDefinitionKey: found.processDefinitionKey,
    processDefinitionVersion: found.processDefinitionVersion,
    state: found.state,
    hasIncident: found.hasIncident,
    parentKey: optional(found.parentProcessInstanceKey),
    startedAt: found.startDate,
    endedAt: optional(found.endDate),
    tags: found.tags ?? [],
  };
}

function element(found: ElementOnTheWire): Element {
  return {
    key: found.elementInstanceKey,
    elementId: found.elementId,
    name: found.elementName,
    type: found.type,
    state: found.state,
    hasIncident: found.hasIncident,
    startedAt: found.startDate,
    endedAt: optional(found.endDate),
  };
}

function elementCount(count: Partial<ElementCount>): ElementCount {
  const { elementId, active = 0, completed = 0, canceled = 0, incidents = 0 } = count;

  return { elementId: present(elementId, 'statistics.elementId'), active, completed, canceled, incidents };
}
