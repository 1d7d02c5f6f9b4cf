import type { Job } from '../engine/jobs.js';
import { dueAt as endOf } from '../domain/deadline.js';
import { dayOf, isoWithOffset } from '../domain/local-time.js';
import type { OrderRole } from '../domain/order.js';
import type { CaseMove } from '../models/cases.js';
import type { OrderDocument } from '../models/orders.js';
import { calendarOf, type Locality } from '../procedures/locality.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { caseData, orderData, responsibleData } from './document-data.js';
import { dutyOf, sharesOf, type Part } from './duty-of.js';
import { findCase } from './find-case.js';
import { issueOrder } from './issue-order.js';
import { keepDocument } from './keep-document.js';
import { chainOf, keyOf, namedBy, nameResponsible, ordersAtWork, type Named } from './name-responsible.js';
import type { Limits } from './set-deadline.js';
import { tellDispatched } from './tell-dispatched.js';

export interface Dispatch {
  caseNumber: string;
  unitId: string;
  role: OrderRole;
  itemId?: string | undefined;
  /** All who handle the case together, this unit among them. */
  parts?: readonly Part[] | undefined;
  /** Of handling, from 1; later rounds follow a callback that was not satisfied. */
  round?: number | undefined;
  dueAt?: string | undefined;
  warnAt?: string | undefined;
  /** Words for people, e.g. `24 小时`. */
  deadlineClass?: string | undefined;
  /** From the routing table: why this unit, and by which rule. */
  routeReason?: string | undefined;
  legalBasis?: string | undefined;
  /** The centre has settled that this unit handles it: it may not send the order back. */
  designated?: boolean | undefined;
  limits?: { [Name in keyof Limits]?: string | null | undefined } | undefined;
}

/** From the diagram's headers: the document's template, and the ways in which the unit is told. */
export interface DispatchHeaders {
  document?: string | undefined;
  channels?: readonly string[] | undefined;
}

export interface Dispatched {
  orderId: string;
  signBy: string | null;
  contactBy: string | null;
  returnBy: string | null;
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'render' | 'renderNotice'>;

/**
 * Sends a case to a unit (派单): an order, its 交办单 kept with the case, and a message to the unit.
 * Thrown UnitUnknownError, UnitAbolishedError, CalendarMissingError, CaseUnknownError.
 */
export const dispatchOrder = (deps: Needs) => {
  const issue = issueOrder(deps);
  const keep = keepDocument(deps);
  const advance = advanceCase(deps);
  const nameAgain = nameResponsible(deps);

  return async (input: Dispatch, headers: DispatchHeaders, job: Job): Promise<Dispatched> => {
    const cause = causeOf(job);
    const found = await findCase(deps, input.caseNumber);
    const locality = deps.localities.get(found.locality);
    const unit = locality.network.unitTaking(input.unitId, dayOf(deps.clock.now(), locality.timeZone));
    const template = headers.document ?? 'work-order';
    const duty = await dutyOf(deps, found, input);
    const round = input.round ?? found.round;
    const order = await issue({ ...newOrder(deps, input, locality, cause.key), duty, round });
    const chain = chainOf(deps, found, [order], locality);
    const document = await keep({
      documentId: `${cause.key}/${template}`,
      caseNumber: found._id,
      orderId: order._id,
      document: template,
      locality,
      addressee: unit.name,
      legalBasis: order.legalBasis,
      issuedAt: order.issuedAt,
      data: {
        case: {
          ...caseData(found, locality),
          deadlineClass: order.deadlineClass ?? found.deadlineClass,
          responsible: responsibleData(chain, locality),
        },
        order: orderData(order, unit, await sharesOf(deps, found, input.parts ?? [], locality)),
      },
    });
    await Promise.all([
      replaceRefused(deps, order),
      deps.models.orders.move(order._id, { set: { number: document.number ?? order._id } }),
      tellDispatched(deps, { order, number: document.number, chain, locality, channels: headers.channels ?? [] }),
    ]);
    const orders = await ordersAtWork(deps, order);
    const { moved } = await advance({
      caseNumber: found._id,
      cause,
      act: 'dispatch-order',
      data: { orderId: order._id, unitId: unit.id, role: order.role, documentId: document._id, dueAt: order.dueAt },
      move: moveOf(order, namedBy(chainOf(deps, found, orders, locality), locality)),
    });
    if (moved === null || keyOf(orders) !== keyOf(await ordersAtWork(deps, order)))
      await nameAgain(cause.key, order, locality);

    return answer(order, locality);
  };
};

type NewOrder = Omit<OrderDocument, '_id' | 'number'>;

function newOrder({ clock }: Needs, input: Dispatch, locality: Locality, cause: string): NewOrder {
  const issuedAt = clock.now();
  const calendar = calendarOf(locality, input.unitId);
  const designated = input.designated === true;
  const until = (limit: string | null | undefined) => (limit == null ? undefined : endOf(limit, issuedAt, calendar));

  return {
    caseNumber: input.caseNumber,
    locality: locality.id,
    cause,
    unitId: input.unitId,
    role: input.role,
    itemId: input.itemId,
    state: 'issued',
    lamp: 'green',
    issuedAt,
    deadlineClass: input.deadlineClass,
    reason: input.routeReason,
    legalBasis: input.legalBasis,
    signBy: until(input.limits?.sign),
    contactBy: until(input.limits?.contact),
    returnBy: designated ? undefined : until(input.limits?.objection),
    dueAt: input.dueAt === undefined ? until(input.limits?.solve) : new Date(input.dueAt),
    warnAt: input.warnAt === undefined ? undefined : new Date(input.warnAt),
    returns: [],
    extensions: [],
    reviews: [],
    designated,
  };
}

/**
 * When a reply was refused and the case goes round again, the new order takes the place of the refused one: nobody would ever
 * answer that one, and the case could not close.
 */
async function replaceRefused({ models }: Needs, order: OrderDocument): Promise<void> {
  const open = await models.orders.openOfCase(order.caseNumber);
  const refused = open.filter(
    ({ _id, role, itemId, unitId, reviews }) =>
      _id !== order._id &&
      reviews.at(-1)?.accepted === false &&
      role === order.role &&
      itemId === order.itemId &&
      (role === 'lead' || unitId === order.unitId),
  );
  await Promise.all(
    refused.map(({ _id }) => models.orders.move(_id, { to: 'withdrawn', set: { closedAt: order.issuedAt } })),
  );
}

/** The lead unit holds the case; the others only have a part. All of them answer for it, and so do the levels that are named with them. */
function moveOf(order: OrderDocument, named: Named): CaseMove {
  const { lamp, dueAt, warnAt, round, unitId } = order;
  const held =
    order.role === 'lead' ? { holder: { unitId, orderId: order._id }, lamp, dueAt, warnAt, round } : { round };

  return { to: 'dispatched', ...named, set: { ...held, ...named.set }, parties: [...named.parties, unitId] };
}

function answer({ _id, signBy, contactBy, returnBy }: OrderDocument, { timeZone }: Locality): Dispatched {
  const iso = (at: Date | undefined) => (at === undefined ? null : isoWithOffset(at, timeZone));

  return { orderId: _id, signBy: iso(signBy), contactBy: iso(contactBy), returnBy: iso(returnBy) };
}
