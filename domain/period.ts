import { addDays, dayOf, instantAt } from './local-time.js';

/** Lengths of a regular report: 周, 月, 季. */
export const PERIODS = ['week', 'month', 'quarter'] as const;
export type PeriodLength = (typeof PERIODS)[number];

export interface Period {
  readonly from: Date;
  /** The first moment that is not in it any more. */
  readonly until: Date;
  /** `2024年3月`, `2024年3月11日至17日`, `2020年第四季度`. */
  readonly name: string;
}

/** The last whole week (from Monday), month or quarter before a moment, in a time zone. */
export function periodBefore(length: PeriodLength, now: Date, timeZone: string): Period {
  const today = dayOf(now, timeZone);
  const [from, until] = length === 'week' ? weekBefore(today) : monthsBefore(today, length === 'month' ? 1 : 3);

  return {
    from: instantAt(from, 0, timeZone),
    until: instantAt(until, 0, timeZone),
    name: nameOf(length, from, addDays(until, -1)),
  };
}

function weekBefore(today: string): [string, string] {
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -sinceMonday);

  return [addDays(monday, -7), monday];
}

function monthsBefore(today: string, months: number): [string, string] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = month - 1 - ((month - 1) % months);
  const dayIn = (monthIndex: number) => new Date(Date.UTC(year, monthIndex, 1)).toISOString().slice(0, 10);

  return [dayIn(first - months), dayIn(first)];
}

function nameOf(length: PeriodLength, from: string, last: string): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [lastYear = 0, lastMonth = 0, lastDay = 0] = last.split('-').map(Number);
  if (length === 'month') return `${year}年${month}月`;
  if (length === 'quarter') return `${year}年第${'一二三四'[(month - 1) / 3] ?? ''}季度`;
  const end = `${lastYear === year ? '' : `${lastYear}年`}${lastMonth === month ? '' : `${lastMonth}月`}${lastDay}日`;

  return `${year}年${month}月${day}日至${end}`;
}
