import { readdirSync } from 'node:fs';

import type { Deps } from '../commands/deps.js';
import type { WorkerDefinition } from '../engine/worker.js';

/** Files of this folder that are no worker. */
const OTHERS = new Set(['all', 'concerned', 'main', 'task-variables']);

const folder = new URL('./', import.meta.url);

/** Job types that have a worker: the names of the files in this folder. */
export const JOB_TYPES: readonly string[] = readdirSync(folder)
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => !OTHERS.has(name))
  .sort();

/**
 * Every worker, ready to run. Thrown Error when a file does not export the factory of its name, or the factory names
 * another job type.
 */
export async function allWorkers(deps: Deps): Promise<WorkerDefinition[]> {
  return Promise.all(JOB_TYPES.map((type) => loadWorker(type, deps)));
}

async function loadWorker(type: string, deps: Deps): Promise<WorkerDefinition> {
  const exported = (await import(new URL(`${type}.ts`, folder).href)) as Record<string, unknown>;
  const name = type.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const factory = exported[name];
  if (typeof factory !== 'function') throw new Error(`workers/${type}.ts must export ${name}`);
  const definition = (factory as (deps: Deps) => WorkerDefinition)(deps);
  if (definition.type !== type) throw new Error(`workers/${type}.ts makes a worker of ${definition.type}`);

  return definition;
}
