import type { Engine } from '../../engine/engine.js';
import { readDiagram, type Diagram } from '../../procedures/diagram.js';
import { callersOf, labelIn, whatFollows, type Following } from '../../procedures/what-follows.js';

/** What follows on the same diagram, and then on the one that called it. */
export interface WaysOn {
  readonly following: readonly Following[];
  readonly afterwards: readonly Following[];
}

/** Where a token stands. */
export interface Standing {
  readonly elementId: string;
  readonly definitionKey: string;
  readonly processId: string;
  readonly processInstanceKey: string;
}

const DEEPEST_CALL = 6;

/** Reads what follows from the diagrams that a case runs on; a deployed diagram never changes, so it is read once. */
export const findWayOn = (engine: Pick<Engine, 'definitions' | 'instances'>) => {
  const read = new Map<string, Promise<Diagram>>();

  return {
    async waysOn({ elementId, definitionKey, processId, processInstanceKey }: Standing): Promise<WaysOn> {
      const { following, leaves } = whatFollows(await diagramOf(definitionKey), elementId);

      return { following, afterwards: leaves ? await afterCall(processInstanceKey, processId, DEEPEST_CALL) : [] };
    },
    /** Labels of the elements at which the tokens of an instance, or of one it called, stand now. */
    standing: (instanceKey: string): Promise<string[]> => labelsBelow(instanceKey, DEEPEST_CALL),
  };

  function diagramOf(key: string): Promise<Diagram> {
    const known = read.get(key);
    if (known !== undefined) return known;
    const reading = engine.definitions.xml(key).then((xml) => readDiagram(key, xml));
    read.set(key, reading);
    reading.catch(() => read.delete(key));

    return reading;
  }

  async function afterCall(instanceKey: string, processId: string, deepest: number): Promise<readonly Following[]> {
    const { parentKey } = await engine.instances.get(instanceKey);
    if (parentKey === undefined || deepest === 0) return [];
    const [parent, elements] = await Promise.all([
      engine.instances.get(parentKey),
      engine.instances.elements(parentKey),
    ]);
    const diagram = await diagramOf(parent.processDefinitionKey);
    const active = new Set(elements.filter(({ state }) => state === 'ACTIVE').map(({ elementId }) => elementId));
    const calls = callersOf(diagram, processId).filter(({ id }) => active.has(id));
    const ways = calls.map(({ id }) => whatFollows(diagram, id));
    const following = unique(ways.flatMap((way) => way.following));
    if (following.length > 0 || !ways.some(({ leaves }) => leaves)) return following;

    return afterCall(parentKey, parent.processDefinitionId, deepest - 1);
  }

  async function labelsBelow(instanceKey: string, deepest: number): Promise<string[]> {
    const { processDefinitionKey } = await engine.instances.get(instanceKey);
    const [diagram, elements, called] = await Promise.all([
      diagramOf(processDefinitionKey),
      engine.instances.elements(instanceKey),
      engine.instances.search({ parentKey: instanceKey, state: 'ACTIVE' }),
    ]);
    const inner = deepest === 0 ? [] : await Promise.all(called.map(({ key }) => labelsBelow(key, deepest - 1)));
    const own = elements.filter(
      ({ state, type }) => state === 'ACTIVE' && type !== 'CALL_ACTIVITY' && type !== 'PROCESS',
    );
    const labels = own.flatMap(({ elementId }) => labelIn(diagram, elementId) ?? []);

    return [...new Set([...labels, ...inner.flat()])];
  }
};

const unique = (ways: readonly Following[]): Following[] => [...new Map(ways.map((way) => [way.label, way])).values()];
