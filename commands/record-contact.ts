import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import { lastActor } from './classify-case.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';

/** A unit got in touch with the caller (联系诉求人); the first time counts. Thrown WrongInputError for an unknown order. */
export const recordContact = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async ({ caseNumber, orderId }: { caseNumber: string; orderId: string }, job: Job): Promise<void> => {
    const [order, by] = await Promise.all([findOrder(deps, caseNumber, orderId), lastActor(deps, caseNumber, orderId)]);
    const contactedAt = order.contactedAt ?? deps.clock.now();
    await deps.models.orders.move(orderId, { set: { contactedAt } });
    const late = order.contactBy !== undefined && contactedAt > order.contactBy;
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'record-contact',
      by,
      data: { orderId, unitId: order.unitId, late },
    });
  };
};
