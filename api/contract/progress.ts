import { Type, type Static } from 'typebox';
import { CaseNumber, Fields, Id, Line, Moment, Nullable, Option } from './fields.js';
import { FormData } from './task.js';
import { Stage } from './words.js';

/** The number and the code that was told with it; both travel in the body, so that they stand in no address and no log. */
export const FollowCase = Fields({
  caseNumber: CaseNumber,
  code: Type.String({ minLength: 4, maxLength: 32 }),
});
export type FollowCase = Static<typeof FollowCase>;

const Text = Nullable(Type.String());

/** What a unit did and said; `unit` is null where the answer is the hotline's own. Phones and callers' names are taken out. */
export const GivenAnswer = Fields({
  unit: Text,
  at: Moment,
  result: Text,
  text: Type.String(),
  promisedOn: Nullable(Type.String({ description: 'day on which it will be done' })),
  items: Type.Array(Fields({ number: Type.Integer({ minimum: 1 }), result: Text, text: Type.String() })),
});
export type GivenAnswer = Static<typeof GivenAnswer>;

/** One question of the locality's own callback form; without options it is answered in free words. */
export const RatingQuestion = Fields({
  key: Type.String(),
  label: Type.String(),
  required: Type.Boolean(),
  options: Type.Array(Option),
});
export type RatingQuestion = Static<typeof RatingQuestion>;

/** What a rating (好差评) asks, and what was answered in this round. */
export const RatingForm = Fields({
  questions: Type.Array(RatingQuestion),
  given: Nullable(FormData),
  givenAt: Nullable(Moment),
});
export type RatingForm = Static<typeof RatingForm>;

/** Whether a closed case may begin anew (重新办理), until which day, how often still, and if not, why and what to do instead. */
export const ReopenRight = Fields({
  allowed: Type.Boolean(),
  until: Nullable(Type.String({ description: 'last day, YYYY-MM-DD' })),
  timesLeft: Type.Integer(),
  why: Text,
});
export type ReopenRight = Static<typeof ReopenRight>;

/**
 * Where a case stands, in plain words for whoever reported it. Holds nothing personal: no name, phone, address, and not what was
 * reported. Where the report was merged (并单), it is where the case stands that it was merged into, under the own number.
 */
export const Progress = Fields({
  caseNumber: CaseNumber,
  locality: Id,
  localityName: Type.String(),
  hotline: Type.String(),
  stage: Stage,
  where: Type.String({ description: 'where the case is now, one sentence' }),
  holder: Nullable(Type.String({ description: 'name of the unit that holds it' })),
  dueAt: Nullable(Moment),
  overdue: Type.Boolean(),
  next: Type.String({ description: 'what comes next, one sentence' }),
  why: Fields({
    unit: Nullable(Type.String({ description: 'why this unit, as the routing table says' })),
    legalBasis: Text,
    deadline: Nullable(Type.String({ description: 'class of the deadline, as its table says' })),
  }),
  registeredAt: Moment,
  closedAt: Nullable(Moment),
  outcome: Text,
  round: Type.Integer(),
  merged: Type.Boolean(),
  answers: Type.Array(GivenAnswer),
  rating: Nullable(RatingForm),
  reopen: ReopenRight,
  mayWithdraw: Type.Boolean(),
  timeline: Type.Array(Fields({ at: Moment, text: Type.String() })),
});
export type Progress = Static<typeof Progress>;

const answers = { answers: FormData };
export const RateCase = Fields(answers);
export type RateCase = Static<typeof RateCase>;
export const RateOwnCase = Fields({ ...FollowCase.properties, ...answers });
export type RateOwnCase = Static<typeof RateOwnCase>;

/** `changed`: it took the place of what was said before in this round. */
export const Rated = Fields({ at: Moment, changed: Type.Boolean() });
export type Rated = Static<typeof Rated>;

const said = { reason: Line(500) };
export const ReopenCase = Fields(said);
export type ReopenCase = Static<typeof ReopenCase>;
export const ReopenOwnCase = Fields({ ...FollowCase.properties, ...said });
export type ReopenOwnCase = Static<typeof ReopenOwnCase>;

/** The case begins anew with this round. */
export const Reopened = Fields({ at: Moment, round: Type.Integer() });
export type Reopened = Static<typeof Reopened>;
