import { OPEN_ORDER_STATES } from '../domain/order.js';
import type { Job } from '../engine/jobs.js';
import type { Actor } from '../models/collection.js';
import type { OrderDocument } from '../models/orders.js';
import { readAddressBook } from './address-book.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';
import { notify } from './notify.js';

export interface OrderWithdrawal {
  caseNumber: string;
  /** None: every open order of the case. */
  orderId?: string | undefined;
}

/** From the diagram's headers: why (`case-recalled` 撤诉, `order-recalled` 撤回), and the ways in which units are told. */
export interface WithdrawalHeaders {
  reason?: string | undefined;
  channels: readonly string[];
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'renderNotice'>;

/**
 * Takes an order back (撤回), or, where none is named, every open one of the case, and tells their units to stop. An order that is
 * done stays done, and nothing is recorded when there is none to take back. Thrown CaseUnknownError, WrongInputError.
 */
export const withdrawOrder = (deps: Needs) => {
  const advance = advanceCase(deps);
  const send = notify(deps);

  return async (
    { caseNumber, orderId }: OrderWithdrawal,
    { reason, channels }: WithdrawalHeaders,
    job: Job,
  ): Promise<void> => {
    const cause = causeOf(job);
    const orders = await takenBack(deps, cause.key, caseNumber, orderId);
    if (orders.length === 0) return;
    const closedAt = deps.clock.now();
    for (const { _id } of orders) {
      await deps.models.orders.move(_id, { to: 'withdrawn', set: { closedAt, withdrawnBy: cause.key } });
      const book = await readAddressBook(deps, { caseNumber, orderId: _id }, 'unit');
      const data = { byCaller: book.found.withdrawal !== undefined };
      await send(book, { key: `${cause.key}/${_id}`, notice: 'order-withdrawn', to: 'unit', channels, data });
    }
    await advance({
      caseNumber,
      cause,
      act: 'withdraw-order',
      by: await askedBy(deps, caseNumber, orderId),
      data: { orderIds: orders.map(({ _id }) => _id), unitIds: orders.map(({ unitId }) => unitId), reason },
    });
  };
};

/** Orders that this job takes back: open ones, and those it took back before it was struck down. */
async function takenBack(deps: Needs, cause: string, caseNumber: string, orderId?: string): Promise<OrderDocument[]> {
  const asked =
    orderId === undefined ? await deps.models.orders.ofCase(caseNumber) : [await findOrder(deps, caseNumber, orderId)];

  return asked.filter(({ state, withdrawnBy }) => OPEN_ORDER_STATES.includes(state) || withdrawnBy === cause);
}

/** Whoever asked for it; nobody, where the diagram took the orders back by itself. */
async function askedBy({ models }: Needs, caseNumber: string, orderId?: string): Promise<Actor | undefined> {
  if (orderId === undefined) return (await models.cases.find(caseNumber))?.withdrawal?.by;

  return (await models.steps.find(`recall:${orderId}`))?.by;
}
