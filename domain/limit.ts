/** Units of a limit: minutes, hours, days round the clock; calendar days; working hours, working days by a calendar. */
export type LimitUnit = 'm' | 'h' | 'd' | 'cd' | 'wh' | 'wd';

/** A span of time a rule allows (时限), e.g. `20m`, `3h`, `4wd`. */
export interface Limit {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** A part of a limit, e.g. `75%`: when to warn. */
export interface Share {
  readonly percent: number;
}

/** A limit that a table or a form wrote wrongly; a fault of the procedure, not a refusal of the business. */
export class LimitMalformedError extends Error {
  override readonly name = 'LimitMalformedError';

  constructor(found: unknown, allowed: string) {
    super(`时限写法不对：${JSON.stringify(found)}；应为${allowed}`);
  }
}

const LIMITS_ALLOWED =
  '正整数加单位，如 20m（分钟）、3h（小时）、3d（天）、1cd（当日 24 时止）、4wh（工作小时）、4wd（工作日）';
const SHARE_ALLOWED = '1%—100% 的占比';

/** @throws LimitMalformedError when `text` is none; names what was found and what is allowed */
export function parseLimit(text: string): Limit {
  const match = /^(\d{1,4})(m|h|d|cd|wh|wd)$/.exec(text);
  const amount = Number(match?.[1]);
  if (match === null || amount === 0) throw new LimitMalformedError(text, LIMITS_ALLOWED);

  return { amount, unit: match[2] as LimitUnit };
}

/** A limit from the start, or a share of the limit it warns of. @throws LimitMalformedError */
export function parseWarning(text: string): Limit | Share {
  if (!text.endsWith('%')) return parseLimit(text);
  const percent = Number(/^(\d{1,3})%$/.exec(text)?.[1]);
  if (!(percent >= 1 && percent <= 100)) throw new LimitMalformedError(text, SHARE_ALLOWED);

  return { percent };
}

/** Whether a limit is counted in the opening hours of a calendar. */
export function isWorking({ unit }: Limit): boolean {
  return unit === 'wh' || unit === 'wd';
}
