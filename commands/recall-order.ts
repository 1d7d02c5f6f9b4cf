import { DomainError } from '../domain/domain-error.js';
import type { OrderState } from '../domain/order.js';
import type { Actor } from '../models/collection.js';
import type { OrderDocument } from '../models/orders.js';
import { CaseClosedError } from './case-closed-error.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';
import { relayCase } from './relay.js';

/** The case has no order of that number. */
export class OrderUnknownError extends DomainError {
  readonly code = 'ORDER_UNKNOWN';

  constructor(orderId: string, options?: ErrorOptions) {
    super(`没有交办单 ${orderId}`, options);
  }
}

/** The unit is done with the order, or no longer has it. */
export class RecallRefusedError extends DomainError {
  readonly code = 'RECALL_REFUSED';

  constructor(orderId: string, state: OrderState, options?: ErrorOptions) {
    super(`交办单 ${orderId} ${STATE_NAMES[state]}，不能撤回`, options);
  }
}

const STATE_NAMES: Record<OrderState, string> = {
  issued: '等待签收',
  signed: '正在办理',
  replied: '已经回复，请在复核中处理',
  accepted: '已经办结',
  returned: '已经退回',
  withdrawn: '已经撤回',
};

/** States in which the diagram of an order waits for `order-recalled`. */
const IN_HAND: readonly OrderState[] = ['issued', 'signed'];

export interface OrderRecall {
  caseNumber: string;
  orderId: string;
  reason: string;
}

/**
 * Takes one order back from its unit (撤回交办单), so that the centre can send it elsewhere; the case goes on. Kept and sent as a
 * withdrawal is. Asked again while the diagram has not answered yet, it changes nothing.
 * Thrown CaseUnknownError, CaseClosedError, OrderUnknownError, RecallRefusedError.
 */
export const recallOrder = (deps: Pick<Deps, 'models' | 'engine' | 'clock' | 'log'>) => {
  const relay = relayCase(deps);

  return async ({ caseNumber, orderId, reason }: OrderRecall, by: Actor): Promise<void> => {
    const { unitId } = await recallable(deps, caseNumber, orderId);
    const key = `recall:${orderId}`;
    const moved = await deps.models.cases.move(caseNumber, key, {
      unsent: {
        name: 'order-recalled',
        messageId: `${orderId}#recalled`,
        correlationKey: orderId,
        variables: {},
        record: { key, act: 'recall-order', by, data: { orderId, unitId, reason } },
      },
    });
    if (moved !== null)
      relay(moved).catch((error: unknown) => deps.log.warn({ err: error, caseNumber }, 'message not sent yet'));
    else if ((await findCase(deps, caseNumber)).stage === 'closed') throw new CaseClosedError(caseNumber);
  };
};

async function recallable(
  deps: Pick<Deps, 'models'>,
  caseNumber: string,
  orderId: string,
): Promise<Pick<OrderDocument, 'unitId'>> {
  const [found, order] = await Promise.all([findCase(deps, caseNumber), deps.models.orders.find(orderId)]);
  if (found.stage === 'closed') throw new CaseClosedError(caseNumber);
  if (order?.caseNumber !== caseNumber) throw new OrderUnknownError(orderId);
  if (!IN_HAND.includes(order.state)) throw new RecallRefusedError(orderId, order.state);

  return order;
}
