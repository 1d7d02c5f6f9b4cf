import { Type, type Static } from 'typebox';
import { CaseNumber, Fields, Id, Moment, Nullable } from './fields.js';
import { Stage } from './words.js';

/** The number and the code that was told with it; both travel in the body, so that they stand in no address and no log. */
export const FollowCase = Fields({
  caseNumber: CaseNumber,
  code: Type.String({ minLength: 4, maxLength: 32 }),
});
export type FollowCase = Static<typeof FollowCase>;

/** Where a case stands, in plain words for whoever reported it. Holds nothing personal: no name, phone, address, text. */
export const Progress = Fields({
  caseNumber: CaseNumber,
  locality: Id,
  localityName: Type.String(),
  stage: Stage,
  where: Type.String({ description: 'where the case is now, one sentence' }),
  holder: Nullable(Type.String({ description: 'name of the unit that holds it' })),
  dueAt: Nullable(Moment),
  next: Type.String({ description: 'what comes next, one sentence' }),
  registeredAt: Moment,
  closedAt: Nullable(Moment),
  outcome: Nullable(Type.String()),
  timeline: Type.Array(Fields({ at: Moment, text: Type.String() })),
});
export type Progress = Static<typeof Progress>;
