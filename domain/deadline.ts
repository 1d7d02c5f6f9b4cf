import { openingsFrom, type Opening, type WorkCalendar } from './calendar.js';
import { dayOf, instantAt } from './local-time.js';
import { isWorking, parseLimit, parseWarning, type Limit } from './limit.js';

const MILLIS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * When a limit that runs from `from` ends.
 *
 * - `m`, `h`, `d` run round the clock.
 * - `cd`: the day of the start counts; due when the n-th day ends, so `1cd` is the same day (当日办结).
 * - Working time starts at once in open hours, else at the next opening: a case that comes in at night, in the lunch
 *   break or on a holiday starts when the office opens.
 * - `wh` adds up open hours; a sum that ends exactly at closing time is due at closing time.
 * - `wd`: the day of that start does not count; due at the last closing time of the n-th working day after it.
 *
 * @throws LimitMalformedError for a limit that is none
 * @throws CalendarMissingError when working time reaches into a year without a calendar
 */
export function dueAt(limit: Limit | string, from: Date, calendar: WorkCalendar): Date {
  const { amount, unit } = typeof limit === 'string' ? parseLimit(limit) : limit;
  if (unit === 'cd') return instantAt(dayOf(from, calendar.timeZone), amount * 1_440, calendar.timeZone);
  if (unit === 'wh') return afterOpenMillis(amount * MILLIS.h, from, calendar);
  if (unit === 'wd') return closeOfWorkday(amount, from, calendar);

  return new Date(from.getTime() + amount * MILLIS[unit]);
}

/**
 * When to warn that a limit is running out: a limit of its own, or a share of the time from start to due: of the open
 * hours for a limit in working time, of the clock's for any other. Never later than due.
 *
 * @throws LimitMalformedError, CalendarMissingError
 */
export function warnAt(warning: string, limit: Limit | string, from: Date, calendar: WorkCalendar): Date {
  const whole = typeof limit === 'string' ? parseLimit(limit) : limit;
  const due = dueAt(whole, from, calendar);
  const parsed = parseWarning(warning);
  if (!('percent' in parsed)) return earlier(dueAt(parsed, from, calendar), due);
  const share = parsed.percent / 100;
  if (!isWorking(whole)) return new Date(from.getTime() + Math.round((due.getTime() - from.getTime()) * share));

  return afterOpenMillis(Math.round(openMillis(from, due, calendar) * share), from, calendar);
}

/** Open time between two instants in milliseconds. @throws CalendarMissingError */
export function openMillis(from: Date, to: Date, calendar: WorkCalendar): number {
  let sum = 0;
  for (const opening of openingsFrom(from, calendar)) {
    if (opening.from >= to) break;
    sum += earlier(opening.to, to).getTime() - opening.from.getTime();
    if (opening.to >= to) break;
  }

  return sum;
}

function afterOpenMillis(millis: number, from: Date, calendar: WorkCalendar): Date {
  let left = millis;
  for (const opening of openingsFrom(from, calendar)) {
    const length = opening.to.getTime() - opening.from.getTime();
    if (left <= length) return new Date(opening.from.getTime() + left);
    left -= length;
  }
  throw new Error('a calendar has no end');
}

function closeOfWorkday(count: number, from: Date, calendar: WorkCalendar): Date {
  let days = -1;
  let current = '';
  for (const { day } of openingsFrom(from, calendar)) {
    if (day === current) continue;
    current = day;
    days += 1;
    if (days === count) return (calendar.openings(day).at(-1) as Opening).to;
  }
  throw new Error('a calendar has no end');
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
