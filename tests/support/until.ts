import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a state. Thrown Error when it does not come about within the limit. */
export const until = async (holds: () => boolean | Promise<boolean>, limitMillis = 10_000): Promise<void> => {
  const limit = Date.now() + limitMillis;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`not so after ${limitMillis} ms: ${holds.toString()}`);
    await pause(20);
  }
};
