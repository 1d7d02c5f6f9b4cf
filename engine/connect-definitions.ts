import { branded } from './branded.js';
import type { Call } from './call.js';
import type { Clients } from './clients.js';
import type { Definition, DefinitionFilter, Definitions } from './definitions.js';
import { eventually } from './eventually.js';
import { optional, present } from './present.js';

type DefinitionOnTheWire = Awaited<ReturnType<Clients['rest']['getProcessDefinition']>>;

/** Process definitions over the engine's REST door. */
export function connectDefinitions({ rest }: Clients, call: Call): Definitions {
  return {
    get: async (key) =>
      definition(
        await call('getProcessDefinition', () =>
          rest.getProcessDefinition({ processDefinitionKey: branded(key) }, eventually),
        ),
      ),
    search: async (filter = {}) => {
      const found = await call('searchProcessDefinitions', () =>
        rest.searchProcessDefinitions({ filter: wireFilter(filter), page: { from: 0, limit: 10_000 } }, eventually),
      );

      return (found.items ?? []).map(definition);
    },
    xml: (key) =>
      call('getProcessDefinitionXml', () =>
        rest.getProcessDefinitionXml({ processDefinitionKey: branded(key) }, eventually),
      ),
  };
}

function wireFilter({ id, version, latest }: DefinitionFilter) {
  return {
    ...(id && { processDefinitionId: id }),
    ...(version && { version }),
    ...(latest && { isLatestVersion: true }),
  };
}

function definition(found: DefinitionOnTheWire): Definition {
  return {
    key: present(found.processDefinitionKey, 'processDefinition.processDefinitionKey'),
    id: present(found.processDefinitionId, 'processDefinition.processDefinitionId'),
    name: optional(found.name),
    version: present(found.version, 'processDefinition.version'),
    versionTag: optional(found.versionTag),
    resourceName: present(found.resourceName, 'processDefinition.resourceName'),
  };
}
