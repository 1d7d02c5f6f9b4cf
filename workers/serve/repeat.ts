import { setTimeout as pause } from 'node:timers/promises';

import type { Logger } from 'pino';

export interface Repeated {
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/** Does something now and then again and again, never twice at once; a round that fails is logged and the next one comes. */
export function repeat(
  name: string,
  everyMs: number,
  round: (stopping: AbortSignal) => Promise<unknown>,
  log: Logger,
): Repeated {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await round(stopping.signal).catch((error: unknown) => log.error({ err: error, round: name }, 'round failed'));
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
