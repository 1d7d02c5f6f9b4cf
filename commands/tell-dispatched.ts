import type { Responsible } from '../domain/responsible.js';
import type { OrderDocument } from '../models/orders.js';
import type { Locality } from '../procedures/locality.js';
import { deliver } from './deliver.js';
import type { Deps } from './deps.js';
import { unitRecipient } from './recipients.js';

type Needs = Pick<Deps, 'models' | 'clock' | 'renderNotice'>;

/** An order that was issued, and who answers for the case with its unit (包保). */
export interface Telling {
  order: OrderDocument;
  number: string | undefined;
  chain: readonly Responsible[];
  locality: Locality;
  channels: readonly string[];
}

/** Messages without a word of the case itself: they leave the house. */
export async function tellDispatched(deps: Needs, telling: Telling): Promise<void> {
  await Promise.all([tellUnit(deps, telling), tellPlace(deps, telling)]);
}

async function tellUnit(deps: Needs, telling: Telling): Promise<void> {
  const { order, channels } = telling;
  const text = deps.renderNotice({ ...noticeOf(telling, order.unitId), notice: 'work-order' });
  await deliver(deps, {
    cause: order.cause,
    caseNumber: order.caseNumber,
    kind: 'work-order',
    channels,
    recipients: [{ recipient: unitRecipient(telling, order.unitId), text }],
  });
}

/** Each level of the place learns once a round that it answers; the centre, which dispatched the order, knows. */
async function tellPlace(deps: Needs, telling: Telling): Promise<void> {
  const { order, chain, locality } = telling;
  const rows = chain.filter(({ part, unitId }) => part === 'place' && unitId !== locality.center);
  await deliver(deps, {
    cause: `responsible:${order.caseNumber}/${order.round ?? 1}`,
    caseNumber: order.caseNumber,
    kind: 'responsible',
    channels: locality.responsibility.place?.tell ?? [],
    recipients: rows.map(({ unitId, supervisor, handler }) => {
      const { data, ...notice } = noticeOf(telling, unitId);
      const text = deps.renderNotice({ ...notice, notice: 'responsible', data: { ...data, supervisor, handler } });

      return { recipient: unitRecipient(telling, unitId), text };
    }),
  });
}

function noticeOf({ order, number, locality }: Telling, unitId: string) {
  const { network } = locality;

  return {
    locality: locality.id,
    timeZone: locality.timeZone,
    data: {
      locality: { name: locality.name, hotline: locality.hotline },
      unit: network.unit(unitId).name,
      order: {
        number: number ?? order._id,
        caseNumber: order.caseNumber,
        unit: network.unit(order.unitId).name,
        signBy: order.signBy,
        dueAt: order.dueAt,
      },
    },
  };
}
