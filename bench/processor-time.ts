import { readFileSync } from 'node:fs';

/** Linux tells processor time in hundredths of a second. */
const MILLIS_A_TICK = 10;

/** Milliseconds of processor time a process has had so far; undefined where there is no `/proc`. */
export function processorTime(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): utime and stime are the 14th and 15th field, counted from behind the name, which may hold blanks
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');

    return (Number(fields[11]) + Number(fields[12])) * MILLIS_A_TICK;
  } catch {
    return undefined;
  }
}
