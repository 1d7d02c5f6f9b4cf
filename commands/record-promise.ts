import { addDays, dayOf, instantAt } from '../domain/local-time.js';
import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';

/**
 * Keeps a case open until the last day that its units promised (挂账): it stands as promised, due at the end of that day, and is not
 * late before. Thrown CaseUnknownError.
 */
export const recordPromise = (deps: Pick<Deps, 'models' | 'clock' | 'log' | 'localities'>) => {
  const advance = advanceCase(deps);

  return async (
    { caseNumber, promises }: { caseNumber: string; promises: readonly { unitId: string; promisedOn: string }[] },
    job: Job,
  ): Promise<void> => {
    const found = await findCase(deps, caseNumber);
    const { timeZone } = deps.localities.get(found.locality);
    const days = promises.map(({ promisedOn }) => dayOf(new Date(promisedOn), timeZone)).sort();
    const promisedOn = days.at(-1) ?? dayOf(deps.clock.now(), timeZone);
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'record-promise',
      data: { promisedOn, unitIds: promises.map(({ unitId }) => unitId) },
      move: {
        to: 'promised',
        set: { promisedOn, dueAt: instantAt(addDays(promisedOn, 1), 0, timeZone), lamp: 'green' },
        unset: ['warnAt'],
      },
    });
  };
};
