import { randomUUID } from 'node:crypto';

import type { Actor } from '../models/collection.js';
import type { CallerIdentity } from '../models/identity.js';
import { appendStep } from './append-step.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';

/**
 * Shows who called to somebody who says what for; the look itself is a step of the case, written before anything is shown.
 * Thrown CaseUnknownError, SealBrokenError.
 */
export const revealCaller = (deps: Pick<Deps, 'models' | 'clock' | 'identity'>) => {
  const append = appendStep(deps);

  return async (caseNumber: string, reason: string, by: Actor): Promise<CallerIdentity> => {
    const { caller } = await findCase(deps, caseNumber);
    await append({ caseNumber, cause: { key: `reveal:${randomUUID()}` }, act: 'reveal-caller', by, data: { reason } });

    return caller.sealed === undefined ? {} : deps.identity.open(caller.sealed, caseNumber);
  };
};
