import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';

/** Closes the case that carries a regular report (归档): it has no orders that could be open. */
export const fileAssessment = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async ({ caseNumber, issued }: { caseNumber: string; issued: boolean }, job: Job): Promise<void> => {
    const outcome = issued ? 'issued' : 'unissued';
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'file-assessment',
      data: { outcome },
      move: ({ at }) => ({ to: 'closed', set: { outcome, closedAt: at } }),
    });
  };
};
