const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Length of a span such as `20m`, `2h`, `3d` in milliseconds. */
export function spanOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text);
  if (match === null) throw new Error(`span "${text}" is none: allowed are 30s, 20m, 2h, 3d`);

  return Number(match[1]) * (UNITS[match[2] as string] as number);
}

/** The instant of a local time `2019-12-21 09:00[:30]` in a time zone. */
export function instantOf(local: string, timeZone: string): Date {
  const asUtc = new Date(`${local.replace(' ', 'T')}Z`);
  const offset = asUtc.getTime() - new Date(`${localTime(asUtc, timeZone).replace(' ', 'T')}Z`).getTime();

  return new Date(asUtc.getTime() + offset);
}

/** `2019-12-21 09:00:00` of an instant in a time zone. */
export function localTime(at: Date, timeZone: string): string {
  return at.toLocaleString('sv-SE', { timeZone });
}
