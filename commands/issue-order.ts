import { orderIdOf } from '../domain/order.js';
import { isDuplicate } from '../models/collection.js';
import type { OrderDocument } from '../models/orders.js';
import type { Deps } from './deps.js';

// More orders of one case than this are not issued at the same time.
const ATTEMPTS = 100;

/** Writes a new order under the next number of its case, once per cause: a second call answers the first order. */
export const issueOrder =
  ({ models }: Pick<Deps, 'models'>) =>
  async (order: Omit<OrderDocument, '_id' | 'number'>): Promise<OrderDocument> => {
    const [issued, count] = await Promise.all([
      models.orders.findByCause(order.cause),
      models.orders.countOfCase(order.caseNumber),
    ]);
    if (issued !== null) return issued;
    for (let n = count + 1; n <= count + ATTEMPTS; n += 1) {
      const orderId = orderIdOf(order.caseNumber, n);
      const made: OrderDocument = { ...order, _id: orderId, number: orderId };
      try {
        await models.orders.insert(made);

        return made;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const before = await models.orders.findByCause(order.cause);
        if (before !== null) return before;
      }
    }
    throw new Error(`no number was free for an order of ${order.caseNumber} in ${ATTEMPTS} attempts`);
  };
