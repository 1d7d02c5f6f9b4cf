import { ASSESSMENT_CHANNEL } from '../domain/assessment.js';
import { byDimension, mostFirst, RATE_NAMES, type Count, type Figures, type Rates } from '../domain/figures.js';
import { addDays, dayOf, instantAt } from '../domain/local-time.js';
import { ranked, scoreOf } from '../domain/ranking.js';
import { rate } from '../domain/rates.js';
import { added, NOTHING, WHOLE, type RatedTally, type Tally } from '../domain/tally.js';
import type { Locality } from '../procedures/locality.js';
import type { Deps } from './deps.js';
import { tallyRows, type Rows } from './tally-rows.js';

type Needs = Pick<Deps, 'models' | 'clock'>;
type Span = Pick<Figures, 'from' | 'until'>;

/** What became, until now, of the cases that were registered in a period. Read day by day, so that a large city fits too. */
export const compileFigures =
  (deps: Needs) =>
  async (locality: Locality, { from, until }: Span): Promise<Figures> => {
    const days = daysOf(from, until, locality.timeZone);
    let tally = NOTHING;
    for (const day of days) tally = added(tally, await tallyOf(deps, locality, within(day, { from, until }, locality)));

    return {
      from,
      until,
      ...tally.totals,
      by: countsIn(tally, days),
      factors: locality.assessment.factors.flatMap(({ id }) => {
        const { sum = 0, answers = 0 } = tally.factors[id] ?? {};

        return answers === 0 ? [] : [{ id, average: sum / answers, answers }];
      }),
      rates: ratesIn(tally.rated[WHOLE]),
      units: unitsIn(tally, locality),
    };
  };

/** Local days that a span touches. */
function daysOf(from: Date, until: Date, timeZone: string): string[] {
  const days = [];
  for (let day = dayOf(from, timeZone); instantAt(day, 0, timeZone) < until; day = addDays(day, 1)) days.push(day);

  return days;
}

function within(day: string, { from, until }: Span, { timeZone }: Locality): Span {
  const [begin, end] = [instantAt(day, 0, timeZone), instantAt(addDays(day, 1), 0, timeZone)];

  return { from: begin > from ? begin : from, until: end < until ? end : until };
}

async function tallyOf(deps: Needs, locality: Locality, span: Span): Promise<Tally> {
  return tallyRows(await rowsOf(deps, locality, span), locality, deps.clock.now());
}

async function rowsOf({ models }: Needs, locality: Locality, span: Span): Promise<Rows> {
  const cases = await models.cases.registeredIn(locality.id, span, [ASSESSMENT_CHANNEL]);
  const numbers = cases.map(({ _id }) => _id).sort();
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return { cases, orders: [], callbacks: [], notices: [] };
  const [orders, callbacks, notices] = await Promise.all([
    models.orders.ofCasesBetween(first, last),
    models.callbacks.ofCasesBetween(first, last),
    models.notices.ofCasesBetween(first, last),
  ]);
  // Numbers of another locality or of a bulletin may lie between.
  const asked = new Set(numbers);
  const isOfThem = ({ caseNumber }: { caseNumber: string }) => asked.has(caseNumber);

  return {
    cases,
    orders: orders.filter(isOfThem),
    callbacks: callbacks.filter(isOfThem),
    notices: notices.filter(isOfThem),
  };
}

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

function countsIn({ counts }: Tally, days: readonly string[]): Figures['by'] {
  const whole = (ids: readonly string[], found: Readonly<Record<string, number>>): Count[] =>
    ids.map((id) => ({ id, count: found[id] ?? 0 }));
  const byMost = byDimension((name) => mostFirst(counts[name]));

  return { ...byMost, day: whole(days, counts.day), hour: whole(HOURS, counts.hour) };
}

function ratesIn(tally: RatedTally | undefined): Rates {
  return Object.fromEntries(
    RATE_NAMES.map((name) => {
      const { numerator = 0, denominator = 0 } = tally?.[name] ?? {};

      return [name, rate(numerator, denominator)];
    }),
  ) as Rates;
}

function unitsIn({ rated }: Tally, { assessment }: Locality): Figures['units'] {
  const units = Object.entries(rated).filter(([unitId]) => unitId !== WHOLE);

  return ranked(
    units.map(([unitId, tally]) => {
      const rates = ratesIn(tally);

      return { unitId, orders: tally.orders, rates, score: scoreOf(rates, assessment.rates) };
    }),
  );
}
