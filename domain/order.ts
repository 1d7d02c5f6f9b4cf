import { DomainError } from './domain-error.js';
import { localTime } from './local-time.js';

/** Part a unit has in a case: 主办, 协办, 事项承办. */
export const ORDER_ROLES = ['lead', 'support', 'item'] as const;
export type OrderRole = (typeof ORDER_ROLES)[number];

/** States of a work order (交办单): 已交办, 已签收, 已回复, 已审核通过, 已退回, 已撤回. */
export const ORDER_STATES = ['issued', 'signed', 'replied', 'accepted', 'returned', 'withdrawn'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** `replied → signed` is a reply the centre does not accept: the unit goes on working. */
const NEXT: Record<OrderState, readonly OrderState[]> = {
  issued: ['signed', 'replied', 'returned', 'withdrawn'],
  signed: ['replied', 'returned', 'withdrawn'],
  replied: ['accepted', 'signed', 'withdrawn'],
  accepted: [],
  returned: [],
  withdrawn: [],
};

/** States in which the unit still owes something: 签收, 回复 or a better reply. */
export const OPEN_ORDER_STATES: readonly OrderState[] = ORDER_STATES.filter((state) => NEXT[state].length > 0);

/** Whether an order in state `from` may become `to`. */
export function mayBecome(from: OrderState, to: OrderState): boolean {
  return NEXT[from].includes(to);
}

/** States from which an order may become `to`: the guard of an update. */
export function orderStatesBefore(to: OrderState): readonly OrderState[] {
  return ORDER_STATES.filter((from) => mayBecome(from, to));
}

/** Id of the n-th order of a case (n from 1), also the correlation key of its messages: `BC-20191221-0001/1`. */
export function orderIdOf(caseNumber: string, n: number): string {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`orders of a case count from 1, found ${n}`);

  return `${caseNumber}/${n}`;
}

/** A unit may not send an order back (退单). */
export class ReturnRefusedError extends DomainError {
  readonly code = 'RETURN_REFUSED';
  /** Why, in words for the unit. */
  override readonly variables: { readonly returnRefusal: string };

  constructor(orderId: string, reason: string, options?: ErrorOptions) {
    super(`交办单 ${orderId} 不能退回：${reason}`, options);
    this.variables = { returnRefusal: reason };
  }
}

/** A deadline may not be extended (延期). */
export class ExtensionRefusedError extends DomainError {
  readonly code = 'EXTENSION_REFUSED';

  constructor(orderId: string, reason: string, options?: ErrorOptions) {
    super(`交办单 ${orderId} 不能延期：${reason}`, options);
  }
}

/** What decides whether an order may be sent back: who it was designated to, earlier returns, its time for that, else for signing. */
export interface Returnable {
  readonly orderId: string;
  readonly designated?: boolean | undefined;
  readonly returns?: readonly unknown[] | undefined;
  readonly returnBy?: Date | undefined;
  readonly signBy?: Date | undefined;
  readonly state: OrderState;
}

/**
 * Lets a return pass once, in time, and never after the centre designated the unit (指定承办). Where no time is set for it, an order
 * that nobody signed in time is late.
 * @throws ReturnRefusedError when the order is done, late, returned before, or designated
 */
export function assertReturnable(order: Returnable, now: Date, timeZone: string): void {
  const { returnBy, signBy } = order;
  if (order.designated === true) throw new ReturnRefusedError(order.orderId, '中心已指定承办单位');
  if (!mayBecome(order.state, 'returned')) throw new ReturnRefusedError(order.orderId, '交办单已答复或已了结');
  if ((order.returns?.length ?? 0) > 0) throw new ReturnRefusedError(order.orderId, '该单位已退回过一次');
  if (returnBy !== undefined && now > returnBy)
    throw new ReturnRefusedError(
      order.orderId,
      `退单须在 ${localTime(returnBy, timeZone).slice(0, 16)} 前提出，已过时限`,
    );
  if (returnBy === undefined && order.state === 'issued' && signBy !== undefined && now > signBy)
    throw new ReturnRefusedError(order.orderId, '已超过签收期限');
}

/**
 * Lets an extension pass that is asked for before the deadline and stays within the cap.
 * @throws ExtensionRefusedError when asked late, over the cap, or not later than the present deadline
 */
export function assertExtendable(order: { orderId: string; dueAt: Date }, now: Date, until: Date, cap: Date): void {
  if (now > order.dueAt) throw new ExtensionRefusedError(order.orderId, '已超过办理期限');
  if (until <= order.dueAt) throw new ExtensionRefusedError(order.orderId, '新的期限不晚于原期限');
  if (until > cap) throw new ExtensionRefusedError(order.orderId, '超过可延长的上限');
}
