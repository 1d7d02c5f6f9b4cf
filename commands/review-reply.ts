import type { Job } from '../engine/jobs.js';
import { SYSTEM } from '../models/collection.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';

/**
 * Keeps the centre's verdict on a reply (复核): accepted, the order is done; not accepted, the unit goes on working.
 * The case counts as reviewed when none of its orders is open any more.
 */
export const reviewReply = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async (
    { caseNumber, orderId, accepted }: { caseNumber: string; orderId: string; accepted: boolean },
    job: Job,
  ): Promise<void> => {
    const cause = causeOf(job);
    const [order, verdict] = await Promise.all([
      findOrder(deps, caseNumber, orderId),
      deps.models.tasks.latestSubmission({ caseNumber, orderId }),
    ]);
    const at = verdict?.at ?? deps.clock.now();
    await deps.models.orders.move(orderId, {
      to: accepted ? 'accepted' : 'signed',
      from: ['replied'],
      set: accepted ? { closedAt: at } : {},
      push: { reviews: { cause: cause.key, accepted, at, by: verdict?.by ?? SYSTEM, data: verdict?.data } },
    });
    const open = accepted ? await deps.models.orders.openOfCase(caseNumber) : [];
    await advance({
      caseNumber,
      cause,
      act: 'review-reply',
      by: verdict?.by,
      data: { orderId, unitId: order.unitId, accepted },
      move: { to: accepted ? (open.length === 0 ? 'reviewed' : undefined) : 'handling' },
    });
  };
};
