import type { Job } from '../engine/jobs.js';
import { SYSTEM } from '../models/collection.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';

export interface Supervision {
  caseNumber: string;
  orderId?: string | undefined;
  unitId: string;
  /** `phone`, `letter`, `on-site`, `interview`, `joint`, `inspection`, or what a locality's ladder has besides. */
  rung: string;
  /** Form in which a supervisor wrote down the result; a rung that the system climbs by itself has none. */
  form?: string | undefined;
}

/** Keeps one rung of supervision (督办) with its result. */
export const recordSupervision = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async ({ caseNumber, orderId, unitId, rung, form }: Supervision, job: Job): Promise<void> => {
    const cause = causeOf(job);
    const handedIn =
      form === undefined ? undefined : await deps.models.tasks.latestSubmission({ caseNumber, formId: form, orderId });
    const by = handedIn?.by ?? SYSTEM;
    await deps.models.notices.insert({
      _id: cause.key,
      caseNumber,
      orderId,
      unitId,
      kind: 'supervision',
      rung,
      at: handedIn?.at ?? deps.clock.now(),
      by,
      result: handedIn?.data,
    });
    await advance({ caseNumber, cause, act: 'record-supervision', by, data: { orderId, unitId, rung } });
  };
};
