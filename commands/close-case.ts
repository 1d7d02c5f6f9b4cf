import type { Job } from '../engine/jobs.js';
import type { Outcome } from '../domain/case.js';
import { DomainError } from '../domain/domain-error.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import { lastActor } from './classify-case.js';
import type { Deps } from './deps.js';

/** A case cannot be closed before its parts. */
export class CaseOpenPartsError extends DomainError {
  readonly code = 'CASE_OPEN_PARTS';

  constructor(caseNumber: string, orderIds: readonly string[], options?: ErrorOptions) {
    super(`诉求件 ${caseNumber} 还有未办结的交办单：${orderIds.join('、')}`, options);
  }
}

/** Closes a case (办结). Thrown CaseOpenPartsError while a unit still owes something, CaseUnknownError. */
export const closeCase = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async ({ caseNumber, outcome }: { caseNumber: string; outcome: Outcome }, job: Job): Promise<void> => {
    const [open, by] = await Promise.all([deps.models.orders.openOfCase(caseNumber), lastActor(deps, caseNumber)]);
    if (open.length > 0)
      throw new CaseOpenPartsError(
        caseNumber,
        open.map(({ _id }) => _id),
      );
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'close-case',
      by,
      data: { outcome },
      move: ({ at }) => ({ to: 'closed', set: { outcome, closedAt: at } }),
    });
  };
};
