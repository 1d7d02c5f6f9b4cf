import { activatedJob, type JobOnTheWire } from './activated-job.js';
import type { Call } from './call.js';
import type { Clients } from './clients.js';
import { EngineNotFoundError, EngineRefusedError, EngineUnavailableError } from './errors.js';
import type { ActivatedJob, Activation, Jobs, Receipt } from './jobs.js';
import type { Variables } from './variables.js';

type Grpc = Clients['grpc'];
type Json = Parameters<Grpc['completeJob']>[0]['variables'];

/** The SDK ends a poll of itself this long after the engine should have, and passes it off as an answer without jobs. */
const SDK_ENDS_LATE_POLL_MS = 1_000;

/** Jobs over gRPC. */
export function connectJobs(grpc: Grpc, callOnce: Call, call: Call): Jobs {
  const answer = async (operation: Receipt['answer'], act: () => Promise<unknown>): Promise<Receipt> => {
    const made = await whetherKnown(call(`job-${operation}`, act));

    return { answer: operation, accepted: made } as Receipt;
  };

  return {
    activate: (activation) => activate(grpc, callOnce, activation),
    complete: ({ key }, variables) =>
      answer('completed', () => grpc.completeJob({ jobKey: key, variables: variables as Variables & Json })),
    fail: ({ key }, { message, retries, backOffMs }) =>
      answer('failed', () => grpc.failJob({ jobKey: key, errorMessage: message, retries, retryBackOff: backOffMs })),
    throwError: ({ key }, { code, message, variables }) =>
      answer('error', () =>
        grpc.throwError({
          jobKey: key,
          errorCode: code,
          errorMessage: message,
          variables: variables as Variables & Json,
        }),
      ),
  };
}

async function activate(grpc: Grpc, callOnce: Call, activation: Activation): Promise<ActivatedJob[]> {
  const { type, worker, maxJobs, timeoutMs, longPollMs, fetchVariables } = activation;
  const started = performance.now();
  const jobs = await callOnce('activateJobs', () =>
    grpc.activateJobs({
      type,
      worker,
      maxJobsToActivate: maxJobs,
      timeout: timeoutMs,
      requestTimeout: longPollMs,
      fetchVariable: fetchVariables,
    }),
  );
  if (jobs.length === 0 && performance.now() - started >= longPollMs + SDK_ENDS_LATE_POLL_MS) {
    throw new EngineUnavailableError(`activateJobs ${type}: no answer within ${longPollMs + SDK_ENDS_LATE_POLL_MS} ms`);
  }

  return jobs.map((job) => activatedJob(job as unknown as JobOnTheWire));
}

/** A job the engine does not know any more was finished or cancelled by somebody else: nothing is left to do. */
async function whetherKnown(act: Promise<unknown>): Promise<Receipt['accepted']> {
  try {
    await act;

    return 'accepted';
  } catch (error) {
    const gone =
      error instanceof EngineNotFoundError || (error instanceof EngineRefusedError && error.fault === 'conflict');
    if (gone) return 'gone';
    throw error;
  }
}
