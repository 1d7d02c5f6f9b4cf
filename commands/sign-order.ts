import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import { lastActor } from './classify-case.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';

/** A unit signs for its order (签收). Answers whether it was late. Thrown WrongInputError for an unknown order. */
export const signOrder = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async (
    { caseNumber, orderId }: { caseNumber: string; orderId: string },
    job: Job,
  ): Promise<{ signedLate: boolean }> => {
    const [order, by] = await Promise.all([findOrder(deps, caseNumber, orderId), lastActor(deps, caseNumber, orderId)]);
    const signedAt = order.signedAt ?? deps.clock.now();
    const signedLate = order.signBy !== undefined && signedAt > order.signBy;
    await deps.models.orders.move(orderId, {
      to: 'signed',
      from: ['issued'],
      set: { signedAt, signedLate, signedBy: by },
    });
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'sign-order',
      by,
      data: { orderId, unitId: order.unitId, signedLate },
      move: { to: 'handling' },
    });

    return { signedLate };
  };
};
