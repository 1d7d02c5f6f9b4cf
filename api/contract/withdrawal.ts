import { Type, type Static } from 'typebox';
import { CaseNumber, Fields, Line, Moment } from './fields.js';
import { FollowCase } from './progress.js';

/** Why somebody takes something back; kept with the case. */
export const Reason = Fields({ reason: Line(200) });
export type Reason = Static<typeof Reason>;

/** Whoever reported, known by number and code, takes the case back. */
export const WithdrawOwnCase = Fields({ ...FollowCase.properties, ...Reason.properties });
export type WithdrawOwnCase = Static<typeof WithdrawOwnCase>;

/** A withdrawal (撤诉) that was taken: orders are called back and the case is closed as the procedure draws it. */
export const Withdrawal = Fields({ caseNumber: CaseNumber, askedAt: Moment });
export type Withdrawal = Static<typeof Withdrawal>;

export const OrderNumber = Type.String({
  pattern: '^[1-9][0-9]{0,3}$',
  description: 'n of the order `<caseNumber>/<n>`',
});
