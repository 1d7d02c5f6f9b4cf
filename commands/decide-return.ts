import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import { lastActor } from './classify-case.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';

/** `keep` the unit goes on · `transfer` to another · `joint` they meet · `leader` a leader decides. */
export type ReturnDecision = 'keep' | 'transfer' | 'joint' | 'leader';

export interface ReturnDecided {
  caseNumber: string;
  orderId: string;
  returnDecision: ReturnDecision;
  /** The unit that takes the matter over, when it is transferred. */
  unitId?: string | undefined;
}

/**
 * Keeps what the centre decided on a return (退单裁定). Kept with its unit, the order is designated and cannot come back;
 * otherwise it is returned, and the diagram issues a new one.
 */
export const decideReturn = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async (input: ReturnDecided, job: Job): Promise<{ designated: boolean }> => {
    const { caseNumber, orderId, returnDecision, unitId } = input;
    const [order, by] = await Promise.all([findOrder(deps, caseNumber, orderId), lastActor(deps, caseNumber)]);
    const at = deps.clock.now();
    const keeps = returnDecision === 'keep';
    await deps.models.orders.decideReturn(orderId, returnDecision, at);
    await deps.models.orders.move(
      orderId,
      keeps ? { set: { designated: true } } : { to: 'returned', set: { closedAt: at } },
    );
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'decide-return',
      by,
      data: { orderId, from: order.unitId, decision: returnDecision, to: keeps ? order.unitId : unitId },
    });

    return { designated: keeps };
  };
};
