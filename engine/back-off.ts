/**
 * Milliseconds to wait after `tries` failures: doubled each time up to a cap, of which one half is left to chance,
 * so that many who failed together do not come back together.
 */
export function backOff(tries: number, { baseMs, capMs }: { baseMs: number; capMs: number }): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** tries);

  return Math.round(ceiling / 2 + Math.random() * (ceiling / 2));
}
