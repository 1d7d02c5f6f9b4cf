import { assertReturnable, type Returnable } from '../domain/order.js';
import type { Job } from '../engine/jobs.js';
import { SYSTEM } from '../models/collection.js';
import type { OrderDocument } from '../models/orders.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';

export interface OrderReturning {
  caseNumber: string;
  orderId: string;
  /** Reason of the form's list, e.g. `not-our-duty`; the words and the legal ground stay with the submission. */
  returnReason?: string | undefined;
  /** The centre has designated the unit: no more returns. */
  designated?: boolean | undefined;
  /** It may be asked at any time: a call for help to other units, not an objection. */
  untimed?: boolean | undefined;
}

/**
 * Takes a unit's wish to send its order back (退单), for the centre to decide on.
 * Thrown ReturnRefusedError when it is late (退单时限), a second time, or after the centre designated the unit.
 */
export const returnOrder = (deps: Pick<Deps, 'models' | 'clock' | 'log' | 'localities'>) => {
  const advance = advanceCase(deps);

  return async (input: OrderReturning, job: Job): Promise<void> => {
    const { caseNumber, orderId, returnReason } = input;
    const cause = causeOf(job);
    const order = await findOrder(deps, caseNumber, orderId);
    const handedIn = await deps.models.tasks.latestSubmission({ caseNumber, orderId });
    if (!order.returns.some((earlier) => earlier.cause === cause.key))
      assertReturnable(
        asked(input, order),
        handedIn?.at ?? deps.clock.now(),
        deps.localities.get(order.locality).timeZone,
      );
    await deps.models.orders.move(orderId, {
      push: {
        returns: {
          cause: cause.key,
          reason: returnReason ?? undefined,
          at: handedIn?.at ?? deps.clock.now(),
          by: handedIn?.by ?? SYSTEM,
        },
      },
    });
    await advance({
      caseNumber,
      cause,
      act: 'return-order',
      by: handedIn?.by,
      data: { orderId, unitId: order.unitId, reason: returnReason, basis: handedIn?.data['returnBasis'] },
    });
  };
};

const asked = ({ orderId, designated, untimed }: OrderReturning, order: OrderDocument): Returnable => ({
  ...order,
  orderId,
  designated: designated === true || order.designated,
  returnBy: untimed === true ? undefined : order.returnBy,
});
