import legal from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { DomainError } from './domain-error.js';
import { addDays, dayOf, instantAt } from './local-time.js';

/** A day of a year whose holidays are not known yet: no deadline in working time can be told. */
export class CalendarMissingError extends DomainError {
  readonly code = 'CALENDAR_MISSING';
  override readonly variables: { readonly missingYear: number };

  constructor(year: number, options?: ErrorOptions) {
    const known = [...legalYears].sort();
    super(
      `没有 ${year} 年的工作日历：已知 ${known[0] ?? '?'}—${known.at(-1) ?? '?'} 年；请在 locality.json 的 calendars.*.overrides 中补充该年节假日和调休`,
      options,
    );
    this.variables = { missingYear: year };
  }
}

/** A calendar as a locality describes it (`locality.json`, `calendars`). */
export interface CalendarDescription {
  /** `legal`: legal working days with 调休; `every-day`: round the clock, all year. */
  readonly workdays: 'legal' | 'every-day';
  /** Opening hours of a working day, `HH:MM` local, in order and apart; lunch is the gap between two. */
  readonly hours: 'all' | readonly (readonly [string, string])[];
  readonly overrides?:
    | {
        /** Years that are complete by the days below and weekends. */
        readonly years?: readonly number[] | undefined;
        readonly holidays?: readonly string[] | undefined;
        readonly workdays?: readonly string[] | undefined;
      }
    | undefined;
}

/** A span of open hours, from (included) to (excluded). */
export interface Opening {
  readonly from: Date;
  readonly to: Date;
}

/** When a locality or a unit works. */
export interface WorkCalendar {
  readonly timeZone: string;
  /** Whether every day of the year can be told. */
  knowsYear(year: number): boolean;
  /** @throws CalendarMissingError when the year of the day (`YYYY-MM-DD`) is not known */
  isWorkday(day: string): boolean;
  /** Open hours of a day, empty when it is none. @throws CalendarMissingError */
  openings(day: string): readonly Opening[];
}

const legalYears = new Set(Object.keys(legal.holidays).map((day) => Number(day.slice(0, 4))));
const legalHolidays = new Set(Object.keys(legal.holidays));
const legalWorkdays = new Set(Object.keys(legal.workdays));

/** Makes a calendar from its description: legal holidays of `chinese-days`, overridden by data. */
export function workCalendar(description: CalendarDescription, timeZone: string): WorkCalendar {
  const spans = description.hours === 'all' ? [[0, 1440] as const] : description.hours.map(minutesOf);
  const isWorkday = description.workdays === 'every-day' ? everyDay(description) : legalDay(description);

  return {
    timeZone,
    knowsYear: (year) =>
      description.workdays === 'every-day' ||
      legalYears.has(year) ||
      description.overrides?.years?.includes(year) === true,
    isWorkday,
    openings: (day) =>
      isWorkday(day)
        ? spans.map(([from, to]) => ({ from: instantAt(day, from, timeZone), to: instantAt(day, to, timeZone) }))
        : [],
  };
}

/** Open hours from an instant on, without end; the first one is cut at the start. */
export function* openingsFrom(at: Date, calendar: WorkCalendar): Generator<Opening & { day: string }> {
  for (let day = dayOf(at, calendar.timeZone); ; day = addDays(day, 1)) {
    for (const { from, to } of calendar.openings(day)) {
      if (to > at) yield { day, from: from > at ? from : at, to };
    }
  }
}

function everyDay({ overrides }: CalendarDescription): (day: string) => boolean {
  const holidays = new Set(overrides?.holidays);

  return (day) => !holidays.has(day);
}

function legalDay({ overrides }: CalendarDescription): (day: string) => boolean {
  const holidays = new Set(overrides?.holidays);
  const workdays = new Set(overrides?.workdays);
  const years = new Set(overrides?.years);

  return (day) => {
    if (workdays.has(day)) return true;
    if (holidays.has(day)) return false;
    const year = Number(day.slice(0, 4));
    if (years.has(year)) return !isWeekend(day);
    if (!legalYears.has(year)) throw new CalendarMissingError(year);

    return legalWorkdays.has(day) || (!legalHolidays.has(day) && !isWeekend(day));
  };
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function minutesOf([from, to]: readonly [string, string]): readonly [number, number] {
  return [minuteOfDay(from), minuteOfDay(to)];
}

function minuteOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);

  return hours * 60 + minutes;
}
