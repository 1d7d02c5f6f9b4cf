import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';

/** Takes an order back (撤回), or, where none is named, every open one of the case. An order that is done stays done. */
export const withdrawOrder = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async (
    { caseNumber, orderId, reason }: { caseNumber: string; orderId?: string | undefined; reason?: string | undefined },
    job: Job,
  ): Promise<void> => {
    const { orders } = deps.models;
    const named =
      orderId === undefined ? await orders.openOfCase(caseNumber) : [await findOrder(deps, caseNumber, orderId)];
    const closedAt = deps.clock.now();
    await Promise.all(named.map(({ _id }) => orders.move(_id, { to: 'withdrawn', set: { closedAt } })));
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'withdraw-order',
      data: { orderIds: named.map(({ _id }) => _id), unitIds: named.map(({ unitId }) => unitId), reason },
    });
  };
};
