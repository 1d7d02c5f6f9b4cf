import { setTimeout as wait } from 'node:timers/promises';

import {
  EngineError,
  EngineNotFoundError,
  EngineRefusedError,
  EngineUnavailableError,
  ListenerSlowError,
} from './errors.js';
import { faultOf, reasonOf, type Fault } from './fault.js';
import { backOff } from './back-off.js';

/** How a call of the engine went, for metrics. */
export interface CallObservation {
  operation: string;
  outcome: 'ok' | Fault;
  millis: number;
}

export interface CallSettings {
  /** How long a call is tried again while the engine is away or too busy, in milliseconds. */
  patienceMs: number;
  /** How long one try may take, in milliseconds; undefined for a poll, which has an end of its own. */
  timeoutMs: number | undefined;
  /** Aborted when the connection is closed: from then on every call is refused. */
  closed: AbortSignal;
  observe?: ((observation: CallObservation) => void) | undefined;
}

/** Does one act on the engine; every error that comes out is an EngineError. */
export type Call = <T>(operation: string, act: () => Promise<T>, options?: { repeatable?: boolean }) => Promise<T>;

/**
 * Calls the engine with patience: while it is away or too busy the act is tried again with back-off and jitter.
 * An act that is not `repeatable` is tried again only when it surely was not done.
 */
export function patientCall(settings: CallSettings): Call {
  return async (operation, act, { repeatable = true } = {}) => {
    const patientUntil = performance.now() + settings.patienceMs;
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt(operation, act, settings);
      } catch (error) {
        const fault = faultOf(error);
        const pause = backOff(tries, SPACING);
        const again = fault === 'busy' || (fault === 'unavailable' && repeatable);
        if (!again || performance.now() + pause > patientUntil) throw engineError(operation, fault, error);
        await wait(pause);
      }
    }
  };
}

const SPACING = { baseMs: 100, capMs: 1_000 };

async function attempt<T>(operation: string, act: () => Promise<T>, settings: CallSettings): Promise<T> {
  const { closed, timeoutMs, observe } = settings;
  const started = performance.now();
  let outcome: CallObservation['outcome'] = 'ok';
  try {
    if (closed.aborted) throw closedError(operation);
    const answer = await (timeoutMs === undefined ? act() : within(timeoutMs, operation, act()));
    // the SDK answers null, and no error, when it is closed in the midst of a call
    if (answer === null) throw closedError(operation);

    return answer;
  } catch (error) {
    outcome = faultOf(error);
    throw error;
  } finally {
    observe?.({ operation, outcome, millis: performance.now() - started });
  }
}

function closedError(operation: string): EngineUnavailableError {
  return new EngineUnavailableError(`${operation}: the connection to the engine is closed`);
}

function engineError(operation: string, fault: Fault, cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  const message = `${operation}: ${reasonOf(cause)}`;
  switch (fault) {
    case 'unavailable':
    case 'busy':
      return new EngineUnavailableError(message, { cause });
    case 'slow':
      return new ListenerSlowError(message, { cause });
    case 'not-found':
      return new EngineNotFoundError(message, { cause });
    case 'exists':
    case 'conflict':
    case 'refused':
      return new EngineRefusedError(message, fault, { cause });
  }
}

/** The client's own calls have no end: a connection that died silently would hold the caller for ever. */
async function within<T>(timeoutMs: number, operation: string, act: Promise<T>): Promise<T> {
  const end = new AbortController();
  const late = wait(timeoutMs, undefined, { signal: end.signal }).then(() => {
    throw Object.assign(new Error(`${operation}: no answer within ${timeoutMs} ms`), { code: 14 });
  });
  try {
    return await Promise.race([act, late]);
  } finally {
    end.abort();
    late.catch(() => undefined);
  }
}
