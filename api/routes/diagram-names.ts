import type { Engine } from '../../engine/engine.js';

/** Names of deployed diagrams by definition key; a definition never changes, so its name is asked for once. */
export const diagramNames = (engine: Pick<Engine, 'definitions'>) => {
  const known = new Map<string, string | undefined>();

  return async (definitionKey: string): Promise<string | undefined> => {
    if (!known.has(definitionKey)) known.set(definitionKey, (await engine.definitions.get(definitionKey)).name);

    return known.get(definitionKey);
  };
};
