import type { Engine } from '../../engine/engine.js';
import type { ApiDeps } from '../deps.js';
import { presentInstance, type InstanceParts } from '../presenters/present-instance.js';
import { notFound } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { openCase } from './open-case.js';

/** Where the token of a case stands on the diagram that it runs on. */
export const instanceRoutes = (deps: ApiDeps): Handlers<'readInstance'> => {
  const open = openCase(deps);

  return {
    readInstance: async ({ params, person }) => {
      const { found } = await open(person, params.caseNumber);
      if (found.processInstanceKey === undefined) throw notFound(`诉求件 ${found._id} 的流程实例`);

      return presentInstance(found._id, await readParts(deps.engine, found.processInstanceKey));
    },
  };
};

async function readParts({ instances, definitions, incidents }: Engine, key: string): Promise<InstanceParts> {
  const instance = await instances.get(key);
  const [definition, xml, elements, flows, open] = await Promise.all([
    definitions.get(instance.processDefinitionKey),
    definitions.xml(instance.processDefinitionKey),
    instances.elements(key),
    instances.sequenceFlows(key),
    incidents.search({ processInstanceKey: key }),
  ]);

  return { instance, definition, xml, elements, flows, incidents: open };
}
