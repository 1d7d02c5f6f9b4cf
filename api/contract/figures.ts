import { Type, type Static } from 'typebox';
import { RATE_NAMES } from '../../domain/figures.js';
import { Day, Fields, Id, Moment, Nullable } from './fields.js';

const Amount = Type.Integer({ minimum: 0 });
const Share = Type.Number({ minimum: 0, maximum: 1 });

/** `value` is null where there is nothing to rate. */
export const Rate = Fields({ numerator: Amount, denominator: Amount, value: Nullable(Share) });
export type Rate = Static<typeof Rate>;

/** A rate of the whole locality. `rate` is null where only the telephone system knows it. */
export const LocalityRate = Fields({
  name: Type.Enum([...RATE_NAMES, 'connection']),
  assessed: Type.Boolean({ description: 'units are assessed by it' }),
  target: Nullable(Share),
  rate: Nullable(Rate),
});
export type LocalityRate = Static<typeof LocalityRate>;

/** How many there are of one word of the contract, or of one day `YYYY-MM-DD` or hour `00` to `23`. */
export const Counted = Fields({ id: Type.String(), count: Amount });
export type Counted = Static<typeof Counted>;

/** How many there are of one of the locality's own words. */
export const NamedCount = Fields({ id: Type.String(), name: Type.String(), count: Amount });
export type NamedCount = Static<typeof NamedCount>;

/** A unit with all below it, by its orders of the period; the first is the best. */
export const RankedUnit = Fields({
  unitId: Type.String(),
  name: Type.String(),
  level: Nullable(Type.String()),
  orders: Amount,
  rates: Fields({ response: Rate, punctuality: Rate, resolution: Rate, satisfaction: Rate }),
  score: Nullable(Share),
  rank: Nullable(Type.Integer({ minimum: 1 })),
});
export type RankedUnit = Static<typeof RankedUnit>;

/** What became of the cases that were registered from one day to another, both included. */
export const Figures = Fields({
  locality: Id,
  localityName: Type.String(),
  from: Day,
  until: Day,
  /** When they were computed. */
  at: Moment,
  registered: Amount,
  closed: Amount,
  open: Amount,
  late: Amount,
  closing: Rate,
  /** Those that the locality assesses by first, in its order. */
  rates: Type.Array(LocalityRate),
  days: Type.Array(Counted),
  hours: Type.Array(Counted),
  channels: Type.Array(NamedCount),
  kinds: Type.Array(NamedCount),
  categories: Type.Array(NamedCount),
  places: Type.Array(NamedCount),
  stages: Type.Array(Counted),
  outcomes: Type.Array(Counted),
  rungs: Type.Array(Counted),
  /** Averages from 1 (poor) to 5 (good). */
  factors: Type.Array(
    Fields({
      id: Type.String(),
      name: Type.String(),
      average: Type.Number({ minimum: 1, maximum: 5 }),
      answers: Amount,
    }),
  ),
  units: Type.Array(RankedUnit),
});
export type Figures = Static<typeof Figures>;

/** Days in the locality's zone. Without `until` up to today, without `from` from the first of the month of `until`. */
export const FiguresFilter = Fields({
  locality: Type.Optional(Id),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
});
export type FiguresFilter = Static<typeof FiguresFilter>;
