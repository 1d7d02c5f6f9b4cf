import { setTimeout as wait } from 'node:timers/promises';

/** Waits for a state: asks until the answer is not undefined. Thrown Error with `what` when that takes longer than the limit. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  limitMs = 60_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await wait(50);
  }
  throw new Error(`waited ${limitMs} ms in vain: ${what}`);
}
