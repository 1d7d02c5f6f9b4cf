import { factorSums } from '../domain/factors.js';
import { dayOf, localTime } from '../domain/local-time.js';
import { countsOf, ratedTally, WHOLE, type RatedTally, type Tally } from '../domain/tally.js';
import type { CallbackDocument } from '../models/callbacks.js';
import type { CountedCase } from '../models/case-lists.js';
import type { NoticeDocument } from '../models/notices.js';
import type { OrderDocument } from '../models/orders.js';
import type { Locality } from '../procedures/locality.js';

/** All that is written about some cases. Callbacks oldest first. */
export interface Rows {
  readonly cases: readonly CountedCase[];
  readonly orders: readonly OrderDocument[];
  readonly callbacks: readonly CallbackDocument[];
  readonly notices: readonly NoticeDocument[];
}

/** Counts them. An order counts for its unit and for all above it that the locality assesses; a callback for the units it judges. */
export function tallyRows({ cases, orders, callbacks, notices }: Rows, locality: Locality, now: Date): Tally {
  const { timeZone } = locality;

  return {
    totals: {
      registered: cases.length,
      closed: cases.filter(({ closedAt }) => closedAt !== undefined).length,
      late: cases.filter(({ closedAt, dueAt }) => closedAt === undefined && dueAt !== undefined && dueAt < now).length,
    },
    counts: {
      day: countsOf(cases, ({ registeredAt }) => dayOf(registeredAt, timeZone)),
      hour: countsOf(cases, ({ registeredAt }) => localTime(registeredAt, timeZone).slice(11, 13)),
      channel: countsOf(cases, ({ channel }) => channel),
      kind: countsOf(cases, ({ kind }) => kind),
      category: countsOf(cases, ({ category }) => category),
      stage: countsOf(cases, ({ stage }) => stage),
      outcome: countsOf(cases, ({ outcome }) => outcome),
      place: countsOf(cases, ({ place }) => place?.unitId),
      rung: countsOf(notices, ({ rung }) => rung),
    },
    rated: ratedByUnit(orders, lastWords(callbacks), locality, now),
    factors: factorSums(
      callbacks.map(({ factors }) => factors),
      locality.assessment.factors.map(({ id }) => id),
    ),
  };
}

/** What each caller said last: an attempt that reached nobody takes nothing back. */
function lastWords(callbacks: readonly CallbackDocument[]): CallbackDocument[] {
  const last = new Map<string, CallbackDocument>();
  for (const one of callbacks) if (one.reached === true || !last.has(one.caseNumber)) last.set(one.caseNumber, one);

  return [...last.values()];
}

interface Shares {
  orders: OrderDocument[];
  callbacks: CallbackDocument[];
}

function ratedByUnit(
  all: readonly OrderDocument[],
  callbacks: readonly CallbackDocument[],
  locality: Locality,
  now: Date,
): Record<string, RatedTally> {
  const orders = all.filter(({ state }) => state !== 'returned' && state !== 'withdrawn');
  const shares = new Map<string, Shares>([[WHOLE, { orders, callbacks: [...callbacks] }]]);
  const shareOf = (unitId: string): Shares => {
    const share = shares.get(unitId) ?? { orders: [], callbacks: [] };
    shares.set(unitId, share);

    return share;
  };
  for (const order of orders) for (const unitId of assessed(order.unitId, locality)) shareOf(unitId).orders.push(order);
  const holders = holdersByCase(orders, locality);
  for (const callback of callbacks)
    for (const unitId of holders.get(callback.caseNumber) ?? []) shareOf(unitId).callbacks.push(callback);

  return Object.fromEntries(
    [...shares].map(([unitId, share]) => [unitId, ratedTally(share.orders, share.callbacks, now)]),
  );
}

/** The unit and those above it, as far as the locality assesses their levels; none when it is not in the network any more. */
function assessed(unitId: string, { network, assessment }: Locality): string[] {
  if (network.find(unitId) === undefined) return [];

  return network.pathUp(unitId).flatMap(({ id, level }) => (assessment.by.includes(level) ? [id] : []));
}

/** Whom a callback judges: all that handled the case, save those that only helped. */
function holdersByCase(orders: readonly OrderDocument[], locality: Locality): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { caseNumber, unitId, role } of orders) {
    if (role === 'support') continue;
    const units = holders.get(caseNumber) ?? new Set();
    for (const id of assessed(unitId, locality)) units.add(id);
    holders.set(caseNumber, units);
  }

  return holders;
}
