import type { Deps } from './deps.js';
import { findCase, findOrder } from './find-case.js';
import type { AddressBook } from './recipients.js';

/** Variables of a process that say whom a document or notice is about. */
export interface Concerned {
  caseNumber: string;
  orderId?: string | undefined;
  unitId?: string | undefined;
  leaderId?: string | undefined;
  lineId?: string | undefined;
  meetingId?: string | undefined;
  bodies?: readonly string[] | undefined;
  sweepUnits?: readonly string[] | undefined;
  /** Whom a regular report goes to (考核通报). */
  assessed?: readonly string[] | undefined;
  /** From the routing table: the rule that makes it this unit's business. */
  legalBasis?: string | undefined;
}

/**
 * Reads the case, order and meeting that the variables name.
 * Thrown CaseUnknownError, and WrongInputError when the order is not of this case.
 */
export async function readAddressBook(
  deps: Pick<Deps, 'models' | 'localities'>,
  { caseNumber, orderId, unitId, leaderId, lineId, meetingId, bodies, sweepUnits, assessed }: Concerned,
  to: string,
): Promise<AddressBook> {
  const lists: Partial<Record<string, readonly string[] | undefined>> = { bodies, units: sweepUnits, assessed };
  const [found, order, meeting] = await Promise.all([
    findCase(deps, caseNumber),
    orderId == null ? undefined : findOrder(deps, caseNumber, orderId),
    meetingId == null ? undefined : deps.models.meetings.find(meetingId),
  ]);

  return {
    locality: deps.localities.get(found.locality),
    found,
    order,
    meeting: meeting ?? undefined,
    unitId: unitId ?? undefined,
    leaderId: leaderId ?? undefined,
    lineId: lineId ?? undefined,
    unitIds: lists[to] ?? undefined,
  };
}
