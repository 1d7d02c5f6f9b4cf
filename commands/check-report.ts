import { ASSESSMENT_CHANNEL } from '../domain/assessment.js';
import type { Branch, Urgency } from '../domain/case.js';
import { normalisePhone, PhoneInvalidError } from '../domain/phone.js';
import type { Origin, Place, Said } from '../models/case-document.js';
import type { CallerIdentity } from '../models/identity.js';
import type { Locality } from '../procedures/locality.js';
import { BadInputError, type FieldError } from './field-error.js';

/** What somebody reports, as an agent or a citizen's page hands it in. */
export interface Report {
  locality: string;
  /** Given by whoever sends it: sent again, it registers nothing a second time. */
  requestId?: string | undefined;
  channel: string;
  title: string;
  text: string;
  /** The single demands, when there are several. */
  items?: readonly { text: string }[] | undefined;
  kind?: string | undefined;
  category?: string | undefined;
  urgency?: Urgency | undefined;
  branch?: Branch | undefined;
  /** The open case that this one is merged into, with branch `same-matter`. */
  mergeInto?: string | undefined;
  /** The article that answers it, with branch `answer`; and the words in which it was answered. */
  articleId?: string | undefined;
  answer?: string | undefined;
  /** Answers to the questions of the category. */
  answers?: readonly Said[] | undefined;
  lineId?: string | undefined;
  origin?: Origin | undefined;
  place?: Place | undefined;
  caller?: CallerIdentity | undefined;
  /** Ids of files uploaded before. */
  attachments?: readonly string[] | undefined;
  accusedUnitId?: string | undefined;
  confidential?: boolean | undefined;
  /** When it happened; not in the future. */
  occurredAt?: Date | undefined;
  /** A wanted appointment; not in the past. */
  wantedAt?: Date | undefined;
  /** The first case of a row of like ones (举一反三). */
  likeOf?: string | undefined;
}

const LONGEST_TITLE = 120;
const LONGEST_TEXT = 5_000;
const LONGEST_ITEM = 1_000;
const MOST_ITEMS = 20;

/** Clocks of two machines may differ by this, milliseconds. */
const CLOCK_SKEW = 5 * 60_000;

/** All that a report says which its locality does not know or does not allow; empty when it can be taken. */
export function checkReport(report: Report, locality: Locality, now: Date): FieldError[] {
  return [
    ...checkWords(report),
    ...oneOf('/channel', '渠道', report.channel, reportedBy(locality)),
    ...oneOf('/kind', '诉求类型', report.kind, locality.kinds),
    ...oneOf('/category', '事项分类', report.category, locality.categories),
    ...oneOf('/lineId', '来电线路', report.lineId, locality.lines),
    ...checkUnit('/place/unitId', '地点', report.place?.unitId, locality),
    ...checkUnit('/accusedUnitId', '被反映单位', report.accusedUnitId, locality),
    ...checkPhone(report, locality),
    ...checkTimes(report, now),
  ];
}

/** Channels that a report may come by: what the centre makes of them all is none. */
const reportedBy = ({ channels }: Locality) => channels.filter(({ id }) => id !== ASSESSMENT_CHANNEL);

/** The phone in its one spelling. Thrown PhoneInvalidError. */
export function phoneOf(report: Report, locality: Locality): string | undefined {
  const phone = report.caller?.phone?.trim();

  return phone === undefined || phone === '' ? undefined : normalisePhone(phone, areaCodeOf(locality));
}

/** The phone in its one spelling. Thrown BadInputError for one that is none, naming field `phone`. */
export function checkCaller(phone: string, locality: Locality): string {
  try {
    return normalisePhone(phone.trim(), areaCodeOf(locality));
  } catch (error) {
    if (error instanceof PhoneInvalidError)
      throw new BadInputError([{ field: '/phone', reason: error.message }], { cause: error });
    throw error;
  }
}

function checkWords({ title, text, items = [] }: Report): FieldError[] {
  return [
    ...words('/title', '标题', title, LONGEST_TITLE),
    ...words('/text', '内容', text, LONGEST_TEXT),
    ...items.flatMap((item, index) => words(`/items/${index}/text`, `第 ${index + 1} 项诉求`, item.text, LONGEST_ITEM)),
    ...(items.length > MOST_ITEMS
      ? [{ field: '/items', reason: `诉求事项最多 ${MOST_ITEMS} 项，收到 ${items.length} 项`, allowed: MOST_ITEMS }]
      : []),
  ];
}

function words(field: string, label: string, text: string, longest: number): FieldError[] {
  if (text.trim() === '') return [{ field, reason: `${label}不能为空`, allowed: `1—${longest} 字` }];
  if (text.length <= longest) return [];

  return [
    { field, reason: `${label}过长：${text.length} 字，最多 ${longest} 字`, found: text.length, allowed: longest },
  ];
}

function oneOf(
  field: string,
  label: string,
  found: string | undefined,
  known: readonly { id: string }[],
): FieldError[] {
  if (found === undefined || known.some(({ id }) => id === found)) return [];

  return [{ field, reason: `${label}不在本地列表中`, found: found.slice(0, 64), allowed: known.map(({ id }) => id) }];
}

function checkUnit(field: string, label: string, unitId: string | undefined, { network }: Locality): FieldError[] {
  if (unitId === undefined || network.find(unitId) !== undefined) return [];

  return [{ field, reason: `${label}不在本地单位网络中`, found: unitId.slice(0, 64), allowed: '单位网络中的单位' }];
}

function checkPhone(report: Report, locality: Locality): FieldError[] {
  const field = '/caller/phone';
  try {
    if (phoneOf(report, locality) !== undefined) return [];
  } catch (error) {
    if (error instanceof PhoneInvalidError) return [{ field, reason: error.message }];
    throw error;
  }
  const channel = locality.channels.find(({ id }) => id === report.channel);
  if (channel?.identity !== 'phone') return [];

  return [{ field, reason: `通过${channel.name}登记须留回访电话`, allowed: '手机号、带区号的固定电话或服务短号' }];
}

function checkTimes({ occurredAt, wantedAt }: Report, now: Date): FieldError[] {
  const errors: FieldError[] = [];
  if (occurredAt !== undefined && !(occurredAt.getTime() <= now.getTime() + CLOCK_SKEW))
    errors.push({
      field: '/occurredAt',
      reason: '发生时间不能晚于现在',
      found: shown(occurredAt),
      allowed: `≤ ${shown(now)}`,
    });
  if (wantedAt !== undefined && !(wantedAt.getTime() >= now.getTime() - CLOCK_SKEW))
    errors.push({
      field: '/wantedAt',
      reason: '预约时间不能早于现在',
      found: shown(wantedAt),
      allowed: `≥ ${shown(now)}`,
    });

  return errors;
}

function shown(at: Date): string {
  return Number.isNaN(at.getTime()) ? '不是日期' : at.toISOString();
}

/** `0436` of `0436-3650000`: what a caller leaves out who gives a local number. */
function areaCodeOf({ hotline }: Locality): string | undefined {
  return /^(0\d{2,3})-/.exec(hotline.number)?.[1];
}
