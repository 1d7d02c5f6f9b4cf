const pattern = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const units = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;

/** Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes, seconds (`PT30M`, `P1DT2H`); undefined for all else. */
export function durationMillis(text: string): number | undefined {
  const parts = pattern.exec(text)?.slice(1) as (string | undefined)[] | undefined;
  if (parts === undefined || parts.every((part) => part === undefined)) return undefined;

  return parts.reduce<number>((sum, part, index) => sum + Number(part ?? 0) * (units[index] ?? 0), 0);
}
