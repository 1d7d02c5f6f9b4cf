import { instantAt, isoWithOffset } from '../domain/local-time.js';
import { openPromises, type AcceptedReply } from '../domain/promise.js';
import type { OrderRole } from '../domain/order.js';
import type { OrderDocument, Submission } from '../models/orders.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';

/** A promise as the diagram waits for it: `promisedOn` is the beginning of its day, ISO 8601 with offset. */
export interface OpenPromise {
  unitId: string;
  role: OrderRole;
  itemId: string | null;
  promisedOn: string;
}

/**
 * What the units promised (列入计划) in the round that just ended, one entry an order; empty where nothing is left to be done.
 * The summary of a joint handling speaks for its lead. Thrown CaseUnknownError.
 */
export const findPromise =
  ({ models, localities }: Pick<Deps, 'models' | 'localities'>) =>
  async (caseNumber: string): Promise<OpenPromise[]> => {
    const [found, orders, callbacks, summary] = await Promise.all([
      findCase({ models }, caseNumber),
      models.orders.ofCase(caseNumber),
      models.callbacks.ofCase(caseNumber),
      models.tasks.latestSubmission({ caseNumber, formId: 'joint-summary' }),
    ]);
    const { timeZone } = localities.get(found.locality);
    // A rating on the web ends no round.
    const asked = callbacks.filter(({ channel }) => channel !== 'web').map(({ at }) => at);

    return openPromises([...acceptedReplies(orders), ...summaryReply(orders, summary)], asked).map(
      ({ unitId, role, itemId, day }) => ({
        unitId,
        role,
        itemId: itemId ?? null,
        promisedOn: isoWithOffset(instantAt(day, 0, timeZone), timeZone),
      }),
    );
  };

function acceptedReplies(orders: readonly OrderDocument[]): AcceptedReply[] {
  return orders.flatMap(({ unitId, role, itemId, state, reply }) =>
    reply === undefined || !['replied', 'accepted'].includes(state)
      ? []
      : [{ unitId, role, itemId, data: reply.data, at: reply.at }],
  );
}

function summaryReply(orders: readonly OrderDocument[], summary: Submission | undefined): AcceptedReply[] {
  const lead = orders.findLast(({ role }) => role === 'lead');
  if (summary === undefined || lead === undefined) return [];

  return [{ unitId: lead.unitId, role: lead.role, data: summary.data, at: summary.at }];
}
