const formatters = new Map<string, Intl.DateTimeFormat>();

/** `2019-12-21 09:00:00` of an instant in a time zone, whatever the zone of the process. */
export function localTime(at: Date, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formatters.set(timeZone, formatter);
  }

  return formatter.format(at);
}

/** `YYYY-MM-DD` of an instant in a time zone. */
export function dayOf(at: Date, timeZone: string): string {
  return localTime(at, timeZone).slice(0, 10);
}

/** The instant at which a local day is `minutes` old; 1440 is its end. */
export function instantAt(day: string, minutes: number, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const first = asUtc - offsetAt(asUtc, timeZone);

  return new Date(asUtc - offsetAt(first, timeZone));
}

/** The day `count` days after (or before) a day `YYYY-MM-DD`. */
export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);

  return at.toISOString().slice(0, 10);
}

/** ISO 8601 with the zone's offset, ready for a timer: `2019-12-21T09:00:00+08:00`. */
export function isoWithOffset(at: Date, timeZone: string): string {
  const whole = Math.floor(at.getTime() / 1_000) * 1_000;
  const offset = offsetAt(whole, timeZone) / 60_000;
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );

  return `${localTime(at, timeZone).replace(' ', 'T')}${sign}${hours ?? ''}:${minutes ?? ''}`;
}

function offsetAt(epochMillis: number, timeZone: string): number {
  const whole = Math.floor(epochMillis / 1_000) * 1_000;

  return Date.parse(`${localTime(new Date(whole), timeZone).replace(' ', 'T')}Z`) - whole;
}
