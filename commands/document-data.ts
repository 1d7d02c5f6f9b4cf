import type { OrderRole, OrderState } from '../domain/order.js';
import { pointText } from '../domain/point.js';
import type { ResponsiblePart } from '../domain/responsible.js';
import type { Level, Unit } from '../domain/unit.js';
import type { CaseDocument, KeptResponsible } from '../models/case-document.js';
import type { OrderDocument } from '../models/orders.js';
import type { Locality } from '../procedures/locality.js';

const URGENCY_NAMES: Record<string, string> = { normal: '一般', urgent: '紧急', emergency: '突发' };
export const ROLE_NAMES: Record<OrderRole, string> = { lead: '主办', support: '协办', item: '事项承办' };

const STATE_NAMES: Record<OrderState, string> = {
  issued: '已交办',
  signed: '已签收',
  replied: '已回复',
  accepted: '已审核通过',
  returned: '已退回',
  withdrawn: '已撤回',
};

const LEVEL_NAMES: Record<Level, string> = {
  city: '市级',
  county: '县（市、区）级',
  street: '街道',
  town: '乡镇',
  community: '社区',
  village: '村屯',
  department: '部门',
  bureau: '垂管部门',
  enterprise: '企业',
  operator: '运营商',
  platform: '平台',
  body: '机关',
  desk: '受理台',
};

const PART_NAMES: Record<ResponsiblePart, string> = {
  lead: '承办单位',
  support: '协办单位',
  item: '事项承办单位',
  superior: '主管单位',
  place: '属地',
};

/** What documents say of a case: ids as names, the caller masked. */
export function caseData(found: CaseDocument, locality: Locality): Record<string, unknown> {
  const place = found.place?.unitId === undefined ? undefined : locality.network.find(found.place.unitId)?.name;
  const channel = nameOf(locality.channels, found.channel);
  const line = nameOf(locality.lines, found.lineId);

  return {
    number: found._id,
    title: found.title,
    text: found.text,
    items: found.items.map(({ itemId, text }) => ({ itemId, text })),
    kind: nameOf(locality.kinds, found.kind),
    category: nameOf(locality.categories, found.category),
    answered: found.answered?.text,
    channel,
    line: line === channel ? undefined : line,
    // A template must find each name, whether a line sent the case or a person called.
    origin: { case: found.origin?.case, platform: found.origin?.platform, number: found.origin?.number },
    urgency: URGENCY_NAMES[found.urgency ?? 'normal'],
    confidential: found.confidential,
    registeredAt: found.registeredAt,
    place: placeText(place, found.place?.address),
    point: found.place?.point === undefined ? undefined : pointText(found.place.point),
    occurredAt: found.occurredAt,
    caller: found.caller.masked,
    deadlineClass: found.deadlineClass,
    promisedOn: found.promisedOn,
    responsible: responsibleData(found.responsible, locality),
  };
}

/** What a document says of one of those who handle a case together (职责分工). */
export interface Share {
  readonly unit: string;
  readonly role: string;
  readonly duty: string | undefined;
}

/** What documents say of an order, of the unit that has it, and of those who handle the case together with it. */
export function orderData(order: OrderDocument, unit: Unit, parts: readonly Share[] = []): Record<string, unknown> {
  return {
    parts,
    orderId: order._id,
    role: ROLE_NAMES[order.role],
    duty: order.duty,
    unit: unit.name,
    issuedAt: order.issuedAt,
    signBy: order.signBy,
    contactBy: order.contactBy,
    returnBy: order.returnBy,
    dueAt: order.dueAt,
    deadlineClass: order.deadlineClass,
    reason: order.reason,
    number: order.number,
    signedAt: order.signedAt,
    repliedAt: order.repliedAt,
    reply: order.reply?.data['reply'],
    state: STATE_NAMES[order.state],
    liaison: {
      deputy: unit.staff.filter(({ role }) => role === 'deputy').map(({ name }) => name),
      clerk: unit.staff.filter(({ role }) => role === 'clerk').map(({ name }) => name),
    },
    taskForce: unit.taskForce === true,
  };
}

/** The chain of responsibility (包保) with the names of its units. What was kept before parts were begins with the unit that handles. */
export function responsibleData(
  responsible: readonly KeptResponsible[],
  { network }: Locality,
): Record<string, unknown>[] {
  return responsible.map(({ part, level, unitId, supervisor, handler }, index) => ({
    part: PART_NAMES[part ?? (index === 0 ? 'lead' : 'superior')],
    level: LEVEL_NAMES[level],
    unit: network.find(unitId)?.name ?? unitId,
    supervisor,
    handler,
  }));
}

function nameOf(entries: readonly { id: string; name: string }[], id: string | undefined): string | undefined {
  return entries.find((entry) => entry.id === id)?.name;
}

/** An address that begins with its unit's name says it already. */
const placeText = (place = '', address = ''): string =>
  place === '' || address.startsWith(place) ? address || place : `${place} ${address}`.trim();
