import dayjs from 'dayjs';
import { dayOf } from '../texts/moment.js';

/** Both included, `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

export const periodWords = {
  week: '本周',
  month: '本月',
  'last-month': '上月',
  quarter: '本季度',
  days: '自选',
} as const;
export type PeriodName = keyof typeof periodWords;

const day = 'YYYY-MM-DD';

/** The period that the address names; this month where it names none. */
export function periodIn(params: URLSearchParams): PeriodName {
  const name = params.get('period') ?? '';

  return Object.hasOwn(periodWords, name) ? (name as PeriodName) : 'month';
}

/** Its days as of now: a screen that stands for weeks goes on with them. */
export function daysIn(params: URLSearchParams, now = new Date()): Days {
  const today = dayjs(dayOf(now));
  switch (periodIn(params)) {
    case 'week':
      return span(today.startOf('week'), today);
    case 'month':
      return span(today.startOf('month'), today);
    case 'last-month':
      return span(today.subtract(1, 'month').startOf('month'), today.subtract(1, 'month').endOf('month'));
    case 'quarter':
      return span(today.startOf('month').subtract(today.month() % 3, 'month'), today);
    case 'days':
      return chosen(params, today);
  }
}

function chosen(params: URLSearchParams, today: dayjs.Dayjs): Days {
  const [from, until] = [dayjs(params.get('from')), dayjs(params.get('until'))];
  const last = until.isValid() ? until : today;

  return span(from.isValid() ? from : last.startOf('month'), last);
}

const span = (from: dayjs.Dayjs, until: dayjs.Dayjs): Days => ({ from: from.format(day), until: until.format(day) });
