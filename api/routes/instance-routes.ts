import type { Engine } from '../../engine/engine.js';
import type { ApiDeps } from '../deps.js';
import { presentInstance, type InstanceParts } from '../presenters/present-instance.js';
import { notFound } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { visibleCase } from './visible-case.js';

/** Where the token of a case stands on the diagram that it runs on. */
export const instanceRoutes = ({ models, engine }: ApiDeps): Handlers<'readInstance'> => ({
  readInstance: async ({ params, person }) => {
    const found = await visibleCase(models.cases, person, params.caseNumber);
    if (found.processInstanceKey === undefined) throw notFound(`诉求件 ${found._id} 的流程实例`);

    return presentInstance(found._id, await readParts(engine, found.processInstanceKey));
  },
});

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
