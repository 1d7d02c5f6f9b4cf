import { addDays, dayOf } from '../../domain/local-time.js';
import type { FiguresFilter } from '../contract/figures.js';
import type { FieldError } from '../contract/problem.js';
import { ProblemError } from '../problems/problem-error.js';

/** Both included, `YYYY-MM-DD` in the locality's zone. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

const mostDays = 366;

/** The days that somebody asks about; this month up to today where they name none. @throws ProblemError BAD_QUERY */
export function askedDays(asked: Pick<FiguresFilter, 'from' | 'until'>, now: Date, timeZone: string): Days {
  const until = asked.until ?? dayOf(now, timeZone);
  const from = asked.from ?? `${until.slice(0, 7)}-01`;
  if (from > until) {
    const end = asked.until === undefined ? `今天（${until}）` : `结束日期（${until}）`;
    throw wrongDays({ field: '?from', reason: `开始日期不能晚于${end}`, found: from, allowed: `≤ ${until}` });
  }
  const first = addDays(until, 1 - mostDays);
  if (from < first) {
    const reason = `最长 ${mostDays} 天：到 ${until} 为止，最早从 ${first} 开始`;
    throw wrongDays({ field: '?from', reason, found: from, allowed: `≥ ${first}` });
  }

  return { from, until };
}

const wrongDays = (error: FieldError) => new ProblemError('BAD_QUERY', '统计的时间段有误。', [error]);
