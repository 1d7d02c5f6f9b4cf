const zone = 'Asia/Shanghai';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: zone, hourCycle: 'h23', ...options });

const dayAndTime = format({ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
const whole = format({
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const year = format({ year: 'numeric' });

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `12月21日 09:00`, with the year where it is not this one. `at`: ISO 8601. */
export function momentText(at: string, now = new Date()): string {
  const date = new Date(at);
  const parts = Object.fromEntries(dayAndTime.formatToParts(date).map(({ type, value }) => [type, value]));
  const text = `${parts['month']}月${parts['day']}日 ${parts['hour']}:${parts['minute']}`;

  return year.format(date) === year.format(now) ? text : `${year.format(date)}${text}`;
}

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });

/** `2019-12-21` of a moment. */
export const dayOf = (at: Date): string => isoDay.format(at);

/** `12月21日`, with the year where it is not this one. `day`: `YYYY-MM-DD`. */
export function dayText(date: string, now = new Date()): string {
  const [ofYear = '', month, ofMonth] = date.split('-');
  const text = `${Number(month)}月${Number(ofMonth)}日`;

  return year.format(now).startsWith(ofYear) ? text : `${ofYear}年${text}`;
}

/** `2019/12/21 09:00:00`: to the second, for a tooltip. */
export const exactText = (at: string): string => whole.format(new Date(at));

/** `还剩 2 小时`, `超期 3 天`: how far a deadline is. */
export function remainingText(dueAt: string, now = new Date()): string {
  const left = new Date(dueAt).getTime() - now.getTime();

  return left >= 0 ? `还剩 ${spanText(left)}` : `超期 ${spanText(-left)}`;
}

/** The largest unit that says enough: `45 分钟`, `5 小时`, `3 天`. */
export function spanText(millis: number): string {
  if (millis < hour) return `${Math.max(1, Math.floor(millis / minute))} 分钟`;
  if (millis < 2 * day) return `${Math.floor(millis / hour)} 小时`;

  return `${Math.floor(millis / day)} 天`;
}
