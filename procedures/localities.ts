import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../domain/domain-error.js';
import { loadLocality } from './load-locality.js';
import { LocalityFaultsError } from './locality-faults.js';
import type { Locality } from './locality.js';

/** Folder of `bpmn/` that all localities share; no locality itself. */
export const SHARED = 'shared';

/** No folder of that name, or no locality in it. */
export class LocalityUnknownError extends DomainError {
  readonly code = 'LOCALITY_UNKNOWN';

  constructor(id: string, known: readonly string[], options?: ErrorOptions) {
    super(`没有名为 ${JSON.stringify(id.slice(0, 40))} 的地方；已有：${known.join('、')}`, options);
  }
}

/** All localities of a root folder, read once. */
export interface Localities {
  readonly root: string;
  readonly ids: readonly string[];
  all(): readonly Locality[];
  /** @throws LocalityUnknownError */
  get(id: string): Locality;
}

/** Ids of the localities under a root: its folders with a `locality.json`, in order, `shared` left out. */
export function localityIds(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== SHARED)
    .map(({ name }) => name)
    .filter((name) => existsSync(join(root, name, 'locality.json')))
    .sort();
}

/**
 * Loads every locality under `root` (`bpmn/`) and keeps them.
 * @throws LocalityFaultsError with the faults of all of them together
 */
export function loadLocalities(root: string): Localities {
  const loaded = new Map<string, Locality>();
  const faults = localityIds(root).flatMap((id) => {
    try {
      loaded.set(id, loadLocality(join(root, id)));

      return [];
    } catch (error) {
      if (error instanceof LocalityFaultsError) return error.faults;
      throw error;
    }
  });
  if (faults.length > 0) throw new LocalityFaultsError(faults);
  const ids = [...loaded.keys()];

  return {
    root,
    ids,
    all: () => [...loaded.values()],
    get: (id) => {
      const locality = loaded.get(id);
      if (locality === undefined) throw new LocalityUnknownError(id, ids);

      return locality;
    },
  };
}
