import { WrongInputError } from './wrong-input-error.js';
import type { CaseDocument } from '../models/case-document.js';
import type { MeetingDocument } from '../models/meetings.js';
import type { OrderDocument } from '../models/orders.js';
import type { Locality } from '../procedures/locality.js';

/** Whom a diagram's header `to` may name. */
export const ADDRESSEES = [
  'unit',
  'units',
  'center',
  'leader',
  'superior',
  'caller',
  'callers',
  'line',
  'bodies',
  'attendees',
  'assessed',
] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** What the addressee is found in: variables of the process, and what they name. */
export interface AddressBook {
  locality: Locality;
  found: CaseDocument;
  order?: OrderDocument | undefined;
  meeting?: MeetingDocument | undefined;
  unitId?: string | undefined;
  unitIds?: readonly string[] | undefined;
  leaderId?: string | undefined;
  lineId?: string | undefined;
}

/** A place in the outbox's address space, and the name that a document writes. */
export interface Recipient {
  /** `<locality>/<unitId>`, `line:<lineId>` or `caller:<caseNumber>[#n]`: never a phone. */
  to: string;
  name: string;
  unitId?: string | undefined;
}

/** Who is meant. Thrown WrongInputError when the diagram names nobody, or somebody the locality does not have. */
export function recipientsOf(to: string, book: AddressBook): Recipient[] {
  const find = FINDERS[to as Addressee] as ((book: AddressBook) => Recipient[]) | undefined;
  if (find === undefined) throw new WrongInputError(`环节属性 to 写的是“${to}”，只能是 ${ADDRESSEES.join('、')} 之一`);

  return find(book);
}

const FINDERS: Record<Addressee, (book: AddressBook) => Recipient[]> = {
  unit: (book) => [unitRecipient(book, needed(book.order?.unitId ?? book.unitId, 'unitId'))],
  units: (book) => needed(book.unitIds, 'sweepUnits').map((unitId) => unitRecipient(book, unitId)),
  center: (book) => [unitRecipient(book, book.locality.center)],
  leader: (book) => [leaderRecipient(book)],
  superior: (book) => [unitRecipient(book, book.locality.center)],
  caller: ({ found }) => [{ to: `caller:${found._id}`, name: found.caller.masked.name ?? '诉求人' }],
  callers: (book) => [...FINDERS.caller(book), ...mergedCallers(book.found)],
  line: (book) => [lineRecipient(book)],
  bodies: (book) => needed(book.unitIds, 'bodies').map((unitId) => unitRecipient(book, unitId)),
  assessed: (book) => needed(book.unitIds, 'assessed').map((unitId) => unitRecipient(book, unitId)),
  attendees: (book) =>
    needed(book.meeting?.attendees ?? book.unitIds, 'attendees').map((unitId) => unitRecipient(book, unitId)),
};

/** A unit as a recipient. Thrown UnitUnknownError. */
export function unitRecipient({ locality }: Pick<AddressBook, 'locality'>, unitId: string): Recipient {
  return { to: `${locality.id}/${unitId}`, name: locality.network.unit(unitId).name, unitId };
}

/** The leader in charge: the one the report names, else the one in charge of the unit. */
function leaderRecipient(book: AddressBook): Recipient {
  const { locality } = book;
  const leaderId = book.leaderId ?? locality.network.find(book.unitId ?? '')?.leader;
  const leader = locality.leaders.find(({ id }) => id === needed(leaderId, 'leaderId'));
  if (leader === undefined) throw new WrongInputError(`locality.json 的 leaders 中没有 ${leaderId ?? '?'}`);

  const unitId = leader.unit ?? locality.center;

  return { to: `${locality.id}/${unitId}`, name: leader.name, unitId };
}

/** The line that is named, else the one the report came by. */
function lineRecipient({ locality, found, lineId = found.lineId }: AddressBook): Recipient {
  const line = locality.lines.find(({ id }) => id === needed(lineId, 'lineId'));
  if (line === undefined) throw new WrongInputError(`locality.json 的 lines 中没有 ${lineId ?? '?'}`);

  return { to: `line:${line.id}`, name: line.name };
}

/** People whose own report was merged into this case, or who said "me too". */
const mergedCallers = (found: CaseDocument): Recipient[] =>
  found.callers.map((caller, index) => ({
    to: `caller:${caller.caseNumber ?? `${found._id}#${index + 1}`}`,
    name: caller.masked.name ?? '诉求人',
  }));

function needed<T>(value: T | undefined | null, variable: string): T {
  if (value === undefined || value === null)
    throw new WrongInputError(`缺少变量 ${variable}，不知道发给谁：请检查流程图中本环节之前是否给出了它`);

  return value;
}
