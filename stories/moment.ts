import { instantAt } from '../domain/local-time.js';

const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Length of a span such as `20m`, `2h`, `3d` in milliseconds. */
export function spanOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text);
  if (match === null) throw new Error(`span "${text}" is none: allowed are 30s, 20m, 2h, 3d`);

  return Number(match[1]) * (UNITS[match[2] as string] as number);
}

/** The instant of a local time `2019-12-21 09:00[:30]` in a time zone. */
export function instantOf(local: string, timeZone: string): Date {
  const [day = '', time = ''] = local.split(' ');
  const [hours = NaN, minutes = NaN, seconds = 0] = time.split(':').map(Number);

  return new Date(instantAt(day, hours * 60 + minutes, timeZone).getTime() + seconds * 1_000);
}

/** `3 天 2 小时`, `1 小时 58 分钟`: the two largest units of a span in milliseconds. */
export function spanWords(millis: number): string {
  const parts = [
    [Math.floor(millis / 86_400_000), '天'],
    [Math.floor(millis / 3_600_000) % 24, '小时'],
    [Math.floor(millis / 60_000) % 60, '分钟'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  const told = first < 0 ? parts.slice(2) : parts.slice(first, first + 2).filter(([count]) => count > 0);

  return told.map(([count, unit]) => ` ${count} ${unit}`).join('');
}
