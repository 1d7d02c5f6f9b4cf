import type { Instance } from '../../engine/instances.js';
import type { ApiDeps } from '../deps.js';
import { presentInstance, type InstanceParts } from '../presenters/present-instance.js';
import { notFound } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { diagramNames } from './diagram-names.js';
import { readTree } from './instance-tree.js';
import { openCase } from './open-case.js';

/** Where the tokens of a case stand: on the diagram that it runs on, and on those that it called. */
export const instanceRoutes = (deps: ApiDeps): Handlers<'readInstance'> => {
  const { engine, operateUrl } = deps;
  const open = openCase(deps);
  const nameOf = diagramNames(engine);

  return {
    readInstance: async ({ params, query, person }) => {
      const { found } = await open(person, params.caseNumber);
      if (found.processInstanceKey === undefined) throw notFound(`诉求件 ${found._id} 的流程实例`);
      const tree = await readTree(engine.instances, found.processInstanceKey);
      const wanted = query.processInstanceKey ?? found.processInstanceKey;
      const instance = tree.find(({ key }) => key === wanted);
      if (instance === undefined) throw notFound(`诉求件 ${found._id} 的流程实例 ${wanted}`);

      return presentInstance(found, { ...(await readParts(instance)), tree, names: await namesOf(tree), operateUrl });
    },
  };

  async function readParts(instance: Instance): Promise<Omit<InstanceParts, 'tree' | 'names' | 'operateUrl'>> {
    const { instances, definitions, incidents } = engine;
    const [definition, xml, elements, flows, open] = await Promise.all([
      definitions.get(instance.processDefinitionKey),
      definitions.xml(instance.processDefinitionKey),
      instances.elements(instance.key),
      instances.sequenceFlows(instance.key),
      incidents.search({ processInstanceKey: instance.key }),
    ]);

    return { instance, definition, xml, elements, flows, incidents: open };
  }

  async function namesOf(tree: readonly Instance[]): Promise<Map<string, string>> {
    const keys = [...new Set(tree.map(({ processDefinitionKey }) => processDefinitionKey))];
    const named = await Promise.all(keys.map(async (key) => [key, await nameOf(key)] as const));

    return new Map(named.flatMap(([key, name]) => (name === undefined ? [] : [[key, name]])));
  }
};
