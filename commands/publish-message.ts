import type { Job } from '../engine/jobs.js';
import { appendStep } from './append-step.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';

/** A message to another part of the same case is kept this long for somebody who does not wait yet, milliseconds. */
const LIFE_MS = 60_000;

/** Tells a waiting part of the procedure something, e.g. that a deadline was moved. Sent twice it counts once. */
export const publishMessage = (deps: Pick<Deps, 'models' | 'clock' | 'engine'>) => {
  const append = appendStep(deps);

  return async ({ caseNumber, message, messageKey, variables = {} }: MessageInput, job: Job): Promise<void> => {
    const cause = causeOf(job);
    await deps.engine.publishMessage({
      name: message,
      correlationKey: messageKey,
      messageId: cause.key,
      timeToLiveMs: LIFE_MS,
      variables: { caseNumber, ...variables },
    });
    await append({ caseNumber, cause, act: 'publish-message', data: { message, messageKey } });
  };
};

export interface MessageInput {
  caseNumber: string;
  message: string;
  messageKey: string;
  variables?: Record<string, unknown> | undefined;
}
