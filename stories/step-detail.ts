import { localTime } from '../domain/local-time.js';
import type { OfficialDocument } from '../models/documents.js';
import type { StepDocument } from '../models/steps.js';
import type { Locality } from '../procedures/locality.js';
import { documentWord, rungWord } from '../web/texts/act-words.js';
import { lampWords, orderRoleWords, outcomeWord } from '../web/texts/words.js';

/** What the record names by a key. */
export interface Names {
  readonly locality: Locality;
  readonly documents: ReadonlyMap<string, Pick<OfficialDocument, 'number'>>;
}

type Data = Readonly<Record<string, unknown>>;
type Tell = (data: Data, names: Names) => readonly (string | undefined)[];

/** What a step was about, in the words of the locality, on one line; empty where its label says all. */
export const detailOf = ({ act, data }: StepDocument, names: Names): string =>
  (TELL[act]?.(data, names) ?? []).filter((part) => part !== undefined && part !== '').join(' · ');

const TELL: Readonly<Record<string, Tell>> = {
  'register-case': ({ channel, placeUnitId, likeOf }, names) => [
    names.locality.channels.find(({ id }) => id === channel)?.name,
    unitName(placeUnitId, names),
    because(likeOf),
  ],
  'set-deadline': ({ dueAt }, names) => [`至 ${moment(dueAt, names)}`],
  'dispatch-order': ({ documentId, unitId, role, dueAt }, names) => [
    `${unitName(unitId, names) ?? ''}（${orderRoleWords[role as keyof typeof orderRoleWords]}）`,
    numberOf(documentId, names),
    dueAt === undefined ? undefined : `至 ${moment(dueAt, names)}`,
  ],
  'issue-document': ({ document, number, addressee }) => [
    documentWord(text(document) ?? ''),
    text(number),
    to(addressee),
  ],
  'send-notice': ({ to: whom, channels, unitId }, names) => [
    to(RECIPIENTS[text(whom) ?? ''] ?? unitName(unitId, names)),
    text(channels)
      ?.split('、')
      .map((channel) => CHANNELS[channel] ?? channel)
      .join('、'),
  ],
  'convene-meeting': ({ name, attendees }) => [text(name), text(attendees)],
  'record-meeting': ({ attended, decided, documentId }, names) => [
    `到会 ${String(attended)} 方`,
    decided === 0 ? undefined : `决定 ${String(decided)} 项`,
    numberOf(documentId, names),
  ],
  'split-case': ({ count }) => [`${String(count)} 项`],
  'register-like-cases': ({ likeCaseNumbers }) => (Array.isArray(likeCaseNumbers) ? likeCaseNumbers.map(String) : []),
  'record-supervision': ({ rung, unitId }, names) => [rungWord(text(rung) ?? ''), unitName(unitId, names)],
  'record-ownership': ({ owner }) => [text(owner)],
  'decide-return': ({ decision, to: unitId }, names) => [
    DECISIONS[text(decision) ?? ''],
    decision === 'transfer' ? unitName(unitId, names) : undefined,
  ],
  'extend-deadline': ({ until }, names) => [`至 ${moment(until, names)}`],
  'change-lamp': ({ lamp, unitId }, names) => [lampWords[lamp as keyof typeof lampWords], unitName(unitId, names)],
  'sign-order': ({ signedLate }) => [signedLate === true ? '超时' : undefined],
  'record-contact': ({ late }) => [late === true ? '超期' : undefined],
  'record-reply': ({ late }) => [late === true ? '超期' : undefined],
  'record-promise': ({ promisedOn }) => [`至 ${String(promisedOn)}`],
  'refer-accountability': ({ bodies }) => [text(bodies)],
  'withdraw-order': ({ unitIds }, names) => (Array.isArray(unitIds) ? unitIds.map((id) => unitName(id, names)) : []),
  'merge-case': ({ into }) => [`并入 ${String(into)}`],
  'join-case': ({ from }) => [`并入的是 ${String(from)}`],
  'close-case': ({ outcome }) => [outcomeWord(text(outcome) ?? '')],
};

const RECIPIENTS: Readonly<Record<string, string>> = {
  caller: '来电人',
  callers: '全部来电人',
  line: '线路、平台',
  superior: '上级',
  attendees: '与会单位',
  leader: '领导',
};

const CHANNELS: Readonly<Record<string, string>> = {
  phone: '电话',
  wechat: '微信',
  sms: '短信',
  email: '邮件',
  web: '平台',
};

const DECISIONS: Readonly<Record<string, string>> = {
  keep: '维持',
  transfer: '转交',
  joint: '转会商',
  leader: '转领导领办',
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const to = (whom: unknown): string | undefined => (typeof whom === 'string' ? `→ ${whom}` : undefined);
const because = (likeOf: unknown): string | undefined =>
  typeof likeOf === 'string' ? `由 ${likeOf} 举一反三` : undefined;
const unitName = (id: unknown, { locality }: Names): string | undefined =>
  typeof id === 'string' ? (locality.network.find(id)?.name ?? id) : undefined;
const numberOf = (documentId: unknown, { documents }: Names): string | undefined =>
  typeof documentId === 'string' ? documents.get(documentId)?.number : undefined;

/** `04-09 11:58` in the locality's time. */
const moment = (at: unknown, { locality }: Names): string =>
  localTime(new Date(at as Date | string), locality.timeZone).slice(5, 16);
