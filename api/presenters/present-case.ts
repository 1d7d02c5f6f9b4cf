import type { Attachment, KeptResponsible } from '../../models/case-document.js';
import type { CaseDocument } from '../../models/cases.js';
import type { OrderDocument } from '../../models/orders.js';
import type { CaseDetail, CaseSummary, Order } from '../contract/case.js';
import { moment, momentOrNull } from './moment.js';
import { presentAttachment } from './present-file.js';

type InList = Omit<
  CaseDocument,
  'text' | 'attachments' | 'items' | 'opening' | 'unsent' | 'applied' | 'callers' | 'codeHash' | 'responsible'
>;

/** A case as a list shows it. */
export function presentCaseSummary(found: InList, now: Date): CaseSummary {
  return {
    caseNumber: found._id,
    locality: found.locality,
    stage: found.stage,
    kind: found.kind ?? null,
    category: found.category ?? null,
    urgency: found.urgency ?? null,
    channel: found.channel,
    title: found.title,
    unitId: found.holder?.unitId ?? null,
    lamp: found.lamp ?? null,
    dueAt: momentOrNull(found.dueAt),
    overdue: found.closedAt === undefined && found.dueAt !== undefined && found.dueAt < now,
    registeredAt: moment(found.registeredAt),
    closedAt: momentOrNull(found.closedAt),
    outcome: found.outcome ?? null,
    confidential: found.confidential,
  };
}

/** What a reader of a case is not shown. */
export interface Reader {
  readonly now: Date;
  /** Of a unit that the case complains about: not even a masked caller. */
  readonly accused: boolean;
  /** Which files of the case they may open. */
  readonly opens: (attachment: Attachment) => boolean;
  readonly mayDisclose: boolean;
}

/** A case with all that its handlers need; the caller masked, or hidden. */
export function presentCase(found: CaseDocument, orders: readonly OrderDocument[], reader: Reader): CaseDetail {
  const attachments = found.attachments ?? [];
  const opened = attachments.filter(reader.opens);

  return {
    ...presentCaseSummary(found, reader.now),
    text: found.text,
    branch: found.branch ?? null,
    lineId: found.lineId ?? null,
    attachments: opened.map((attachment) => presentAttachment(attachment, found.accusedUnitId)),
    mayDisclose: reader.mayDisclose,
    attachmentsHidden: attachments.length - opened.length,
    place: presentPlace(reader.accused ? withoutAddress(found.place) : found.place),
    caller: reader.accused
      ? null
      : { name: found.caller.masked.name ?? null, phone: found.caller.masked.phone ?? null },
    accusedUnitId: found.accusedUnitId ?? null,
    occurredAt: momentOrNull(found.occurredAt),
    wantedAt: momentOrNull(found.wantedAt),
    warnAt: momentOrNull(found.warnAt),
    deadlineClass: found.deadlineClass ?? null,
    round: found.round,
    items: found.items.map(presentItem),
    answers: found.answers ?? [],
    answered: found.answered?.text ?? null,
    responsible: found.responsible.map(presentResponsible),
    orders: orders.map(presentOrder),
    mergedInto: found.mergedInto ?? null,
    withdrawal: presentWithdrawal(found.withdrawal),
    reopenings: (found.reopenings ?? []).map(({ round, at, reason, by }) => ({
      round,
      at: moment(at),
      reason,
      by: by.name,
    })),
    likeOf: found.likeOf ?? null,
    processInstanceKey: found.processInstanceKey ?? null,
  };
}

/** What was kept before parts were begins with the unit that handles the case. */
function presentResponsible(
  { part, level, unitId, supervisor, handler }: KeptResponsible,
  index: number,
): CaseDetail['responsible'][number] {
  return { part: part ?? (index === 0 ? 'lead' : 'superior'), level, unitId, supervisor, handler };
}

/** An address tells who complained about as well as a name does. */
function withoutAddress(place: CaseDocument['place']): CaseDocument['place'] {
  return place?.unitId === undefined ? undefined : { unitId: place.unitId };
}

function presentWithdrawal(withdrawal: CaseDocument['withdrawal']): CaseDetail['withdrawal'] {
  if (withdrawal === undefined) return null;

  return { at: moment(withdrawal.at), reason: withdrawal.reason, by: withdrawal.by.name };
}

function presentPlace(place: CaseDocument['place']): CaseDetail['place'] {
  if (place === undefined) return null;
  const { unitId, address, point } = place;

  return {
    ...(unitId === undefined ? {} : { unitId }),
    ...(address === undefined ? {} : { address }),
    ...(point === undefined ? {} : { point }),
  };
}

function presentItem({
  itemId,
  text,
  unitId,
  dueAt,
  state,
}: CaseDocument['items'][number]): CaseDetail['items'][number] {
  return { itemId, text, unitId: unitId ?? null, dueAt: momentOrNull(dueAt), state };
}

function presentOrder(order: OrderDocument): Order {
  return {
    orderId: order._id,
    number: order.number,
    unitId: order.unitId,
    role: order.role,
    itemId: order.itemId ?? null,
    duty: order.duty ?? null,
    state: order.state,
    lamp: order.lamp ?? null,
    issuedAt: moment(order.issuedAt),
    deadlineClass: order.deadlineClass ?? null,
    reason: order.reason ?? null,
    legalBasis: order.legalBasis ?? null,
    signBy: momentOrNull(order.signBy),
    contactBy: momentOrNull(order.contactBy),
    returnBy: momentOrNull(order.returnBy),
    dueAt: momentOrNull(order.dueAt),
    warnAt: momentOrNull(order.warnAt),
    signedAt: momentOrNull(order.signedAt),
    contactedAt: momentOrNull(order.contactedAt),
    repliedAt: momentOrNull(order.repliedAt),
    reply: order.reply?.data ?? null,
    returned: order.returns.length,
    extended: order.extensions.length,
    designated: order.designated,
  };
}
