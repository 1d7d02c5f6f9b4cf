/**
 * Whether a found value holds what a story expects: objects may have more keys than expected, lists of objects may hold
 * more entries, a date is equal to its text.
 */
export function holds(found: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) return Array.isArray(found) && holdsAll(found, expected);
  if (isRecord(expected)) {
    return isRecord(found) && Object.entries(expected).every(([key, value]) => holds(found[key], value));
  }

  return found === expected || (expected === null && found === undefined) || String(found) === String(expected);
}

/**
 * Every expected entry has an entry of its own among the found ones, in any order. One with `times` stands for exactly so
 * many of them, `times: 0` for none.
 */
export function holdsAll(found: readonly unknown[], expected: readonly unknown[]): boolean {
  const left = [...found];

  return expected.every((entry) => {
    if (isRecord(entry) && typeof entry['times'] === 'number') return holdsTimes(found, entry);
    const index = left.findIndex((candidate) => holds(candidate, entry));
    if (index >= 0) left.splice(index, 1);

    return index >= 0;
  });
}

function holdsTimes(found: readonly unknown[], { times, ...entry }: Record<string, unknown>): boolean {
  return found.filter((candidate) => holds(candidate, entry)).length === times;
}

/** The expected names stand in the found ones in this order; others may lie between. */
export function inOrder(found: readonly string[], expected: readonly string[]): boolean {
  let next = 0;
  for (const name of found) if (name === expected[next]) next += 1;

  return next === expected.length;
}

/** The same names, each as often, in any order. */
export function sameNames(found: readonly string[], expected: readonly string[]): boolean {
  return [...found].sort().join('\n') === [...expected].sort().join('\n');
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
