import { Type } from 'typebox';

const Id = Type.Optional(Type.String());
const Ids = Type.Optional(Type.Array(Type.String()));

/** Variables that say whom a document or a notice is about, and to whom it goes. */
export const Concerned = Type.Object({
  caseNumber: Type.String(),
  orderId: Id,
  unitId: Id,
  leaderId: Id,
  lineId: Id,
  meetingId: Id,
  bodies: Ids,
  sweepUnits: Ids,
  assessed: Ids,
  legalBasis: Id,
});
