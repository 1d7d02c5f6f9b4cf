import { isDeepStrictEqual } from 'node:util';

import { dayOf } from '../domain/local-time.js';
import { responsibleFor, type Responsible } from '../domain/responsible.js';
import type { CaseDocument } from '../models/case-document.js';
import type { OrderDocument } from '../models/orders.js';
import type { Locality } from '../procedures/locality.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';

type Handling = Pick<OrderDocument, 'unitId' | 'role'>;

/** Who answers for a case (包保) as far as these orders go, by today's network. */
export function chainOf(
  { clock }: Pick<Deps, 'clock'>,
  found: CaseDocument,
  orders: readonly Handling[],
  { network, responsibility, timeZone }: Locality,
): readonly Responsible[] {
  return responsibleFor(network, responsibility, { handling: orders, case: found, day: dayOf(clock.now(), timeZone) });
}

/** The orders by which the case is handled this round: its newest lead, and all that were not sent or taken back. */
export async function ordersAtWork(
  { models }: Pick<Deps, 'models'>,
  { caseNumber, round }: Pick<OrderDocument, 'caseNumber' | 'round'>,
): Promise<readonly OrderDocument[]> {
  const orders = (await models.orders.ofCase(caseNumber))
    .filter((order) => order.round === round && order.state !== 'returned' && order.state !== 'withdrawn')
    .sort((one, other) => one._id.localeCompare(other._id, 'en', { numeric: true }));
  const lead = orders.findLast(({ role }) => role === 'lead');

  return orders.filter((order) => order.role !== 'lead' || order === lead);
}

/** What a case keeps of the chain. */
export interface Named {
  set: { responsible: Responsible[] };
  parties: string[];
  answering: string[];
}

/** The centre answers at the top and has the case in its hands: it is no bystander. */
export function namedBy(chain: readonly Responsible[], { center }: Locality): Named {
  const isHandling = ({ part, unitId }: Responsible) => unitId === center || (part !== 'superior' && part !== 'place');
  const ids = (rows: readonly Responsible[]) => rows.map(({ unitId }) => unitId);

  return {
    set: { responsible: [...chain] },
    parties: ids(chain.filter(isHandling)),
    answering: ids(chain.filter((row) => !isHandling(row))),
  };
}

/**
 * Names anew who answers for a case, until no order came or went in the meantime: units that are told at the same moment would
 * else leave one another out.
 */
export const nameResponsible =
  (deps: Pick<Deps, 'models' | 'clock'>) =>
  async (cause: string, order: OrderDocument, locality: Locality): Promise<void> => {
    for (let named: string | undefined; ;) {
      const orders = await ordersAtWork(deps, order);
      if (named === keyOf(orders)) return;
      named = keyOf(orders);
      const found = await findCase(deps, order.caseNumber);
      const chain = chainOf(deps, found, orders, locality);
      if (!isDeepStrictEqual(found.responsible, chain))
        await deps.models.cases.move(found._id, `${cause}/responsible/${named}`, namedBy(chain, locality));
    }
  };

/** `1,2,4`: the orders by their numbers in the case. */
export const keyOf = (orders: readonly OrderDocument[]): string =>
  orders.map(({ _id }) => _id.slice(_id.lastIndexOf('/') + 1)).join(',');
