import { setTimeout as pause } from 'node:timers/promises';

/** How long a state is waited for, milliseconds: a machine that has much else to do is slow, and not wrong. */
export const PATIENCE = 60_000;

/** Waits for a state. Thrown Error when it does not come about within the limit. */
export const until = async (holds: () => boolean | Promise<boolean>, limitMillis = PATIENCE): Promise<void> => {
  const limit = Date.now() + limitMillis;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`not so after ${limitMillis} ms: ${holds.toString()}`);
    await pause(20);
  }
};
