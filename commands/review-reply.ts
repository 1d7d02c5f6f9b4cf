import type { Job } from '../engine/jobs.js';
import type { OrderDocument } from '../models/orders.js';
import { SYSTEM } from '../models/collection.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';

/**
 * Keeps the centre's verdict on a reply (复核): accepted, the order is done; not accepted, the unit goes on working.
 * Without an order all replied ones of the case are judged. The case counts as reviewed when none of its orders is open any more.
 */
export const reviewReply = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async (
    { caseNumber, orderId, accepted }: { caseNumber: string; orderId?: string | undefined; accepted: boolean },
    job: Job,
  ): Promise<void> => {
    const cause = causeOf(job);
    const [judged, verdict] = await Promise.all([
      orderId === undefined ? repliedOrders(deps, caseNumber) : [await findOrder(deps, caseNumber, orderId)],
      deps.models.tasks.latestSubmission({ caseNumber }),
    ]);
    const at = verdict?.at ?? deps.clock.now();
    const review = { cause: cause.key, accepted, at, by: verdict?.by ?? SYSTEM, data: verdict?.data };
    await Promise.all(
      judged.map(({ _id }) =>
        deps.models.orders.move(_id, {
          to: accepted ? 'accepted' : 'signed',
          from: ['replied'],
          set: accepted ? { closedAt: at } : {},
          push: { reviews: review },
        }),
      ),
    );
    const open = accepted ? await deps.models.orders.openOfCase(caseNumber) : [];
    await advance({
      caseNumber,
      cause,
      act: 'review-reply',
      by: verdict?.by,
      data: { orderIds: judged.map(({ _id }) => _id), unitIds: judged.map(({ unitId }) => unitId), accepted },
      move: { to: accepted ? (open.length === 0 ? 'reviewed' : undefined) : 'handling' },
    });
  };
};

async function repliedOrders({ models }: Pick<Deps, 'models'>, caseNumber: string): Promise<OrderDocument[]> {
  return (await models.orders.openOfCase(caseNumber)).filter(({ state }) => state === 'replied');
}
