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
  /** From the routing table: the rule that makes it this unit's business. */
  legalBasis?: string | undefined;
}

/**
 * Reads the case, order and meeting that the variables name.
 * Thrown CaseUnknownError, and WrongInputError when the order is not of this case.
 */
export async function readAddressBook(
  deps: Pick<Deps, 'models' | 'localities'>,
  { caseNumber, orderId, unitId, leaderId, lineId, meetingId, bodies, sweepUnits }: Concerned,
  to: string,
): Promise<AddressBook> {
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
    unitIds: (to === 'bodies' ? bodies : to === 'units' ? sweepUnits : undefined) ?? undefined,
  };
}
