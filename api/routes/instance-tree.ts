import type { Instance, Instances } from '../../engine/instances.js';

/** Call activities lie this deep at most, and a tree is shown up to so many instances. */
const DEEPEST = 6;
const MOST = 200;

/** An instance and all that it called, level by level, the earlier started first. */
export async function readTree(instances: Pick<Instances, 'get' | 'search'>, key: string): Promise<Instance[]> {
  const tree = [await instances.get(key)];
  let level: readonly Instance[] = tree;
  for (let depth = 0; depth < DEEPEST && level.length > 0 && tree.length < MOST; depth += 1) {
    const called = await Promise.all(level.map(({ key: parentKey }) => instances.search({ parentKey }, MOST)));
    level = called.flat().sort((one, other) => one.startedAt.localeCompare(other.startedAt));
    tree.push(...level);
  }

  return tree.slice(0, MOST);
}
