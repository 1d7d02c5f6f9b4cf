import type { Job } from '../engine/jobs.js';
import type { Act } from './append-step.js';
import { appendStep } from './append-step.js';
import { CaseUnknownError } from './case-unknown-error.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';

/** Records what happened to a user task, where it has a case that is known; a listener never refuses for want of one. */
export const recordTask = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const append = appendStep(deps);

  return async (job: Job, caseNumber: string | undefined, act: Pick<Act, 'act' | 'by' | 'data'>): Promise<void> => {
    if (caseNumber === undefined) return;
    try {
      await append({ caseNumber, cause: causeOf(job), ...act });
    } catch (error) {
      if (!(error instanceof CaseUnknownError)) throw error;
      deps.log.warn({ caseNumber, job: job.key, element: job.elementId }, 'a task names a case that is unknown');
    }
  };
};
