import { askEngine } from './engine-rest.js';
import type { WebStage } from './stage.js';

/** The engine's clock ahead of the real one, for what a diagram does when time passes. It runs on meanwhile. */
export interface EngineClock {
  /** Timers due by then fire. Time does not go back. */
  passTo(moment: Date): Promise<void>;
  passBy(millis: number): Promise<void>;
  /** Real time again: for `after`, or later tests find their deadlines in another day. */
  reset(): Promise<void>;
}

/** How often the clock is moved on, milliseconds: one that stood still would never end the lock of a lost job. */
const BEAT = 500;

/** `engine` answers the address of its REST door. */
export function engineClock(engine: () => string): EngineClock {
  let ahead = 0;
  let beat: NodeJS.Timeout | undefined;
  let pinned: Promise<unknown> = Promise.resolve();
  const now = (): number => Date.now() + ahead;
  const pin = () => askEngine(engine(), 'PUT', '/clock', { timestamp: now() });
  const passTo = async (moment: Date): Promise<void> => {
    ahead = Math.max(ahead, moment.getTime() - Date.now());
    await pin();
    beat ??= setInterval(() => {
      pinned = pinned.then(pin).catch(() => undefined);
    }, BEAT);
  };

  return {
    passTo,
    passBy: (millis) => passTo(new Date(now() + millis)),
    reset: async () => {
      if (beat === undefined) return;
      clearInterval(beat);
      beat = undefined;
      ahead = 0;
      await pinned;
      await askEngine(engine(), 'POST', '/clock/reset');
    },
  };
}

/** Lets what is drawn as waiting come about: the engine's clock runs ahead, and goes back to real time afterwards. */
export async function laterInEngine<T>({ engine }: WebStage, hours: number, then: () => Promise<T>): Promise<T> {
  const clock = engineClock(() => engine);
  await clock.passBy(hours * 3_600_000);
  try {
    return await then();
  } finally {
    await clock.reset();
  }
}
