import { ASSESSMENT_CHANNEL } from './assessment.js';
import type { Outcome, Stage } from './case.js';
import { addDays, dayOf } from './local-time.js';

/** Until how many whole days after the day of closing a case may be reopened, and how often in all. */
export interface ReopenRules {
  readonly days: number;
  readonly times: number;
}

/** Where a locality's data says nothing. */
export const USUAL_REOPEN: ReopenRules = { days: 30, times: 2 };

/** The parts of a case that decide whether it may begin anew. */
export interface Reopenable {
  readonly channel?: string | undefined;
  readonly stage: Stage;
  readonly outcome?: Outcome | undefined;
  readonly closedAt?: Date | undefined;
  readonly reopenings?: readonly unknown[] | undefined;
}

/** Why a case cannot be reopened: still open, taken back, handled with another one, reported by nobody, too late, too often. */
export type ReopenRefusal = 'open' | 'withdrawn' | 'merged' | 'unreported' | 'too-late' | 'too-often';

/** Undefined when the case may begin anew (mission.md, zhangye: 不解决不销号). */
export function reopenRefusal(
  { channel, stage, outcome, closedAt, reopenings = [] }: Reopenable,
  { days, times }: ReopenRules,
  { now, timeZone }: { now: Date; timeZone: string },
): ReopenRefusal | undefined {
  if (stage !== 'closed' || closedAt === undefined) return 'open';
  if (channel === ASSESSMENT_CHANNEL) return 'unreported';
  if (outcome === 'withdrawn' || outcome === 'merged') return outcome;
  if (reopenings.length >= times) return 'too-often';

  return dayOf(now, timeZone) > lastDay(closedAt, days, timeZone) ? 'too-late' : undefined;
}

/** The last day, `YYYY-MM-DD`, on which a case that was closed then may be reopened. */
export function lastDay(closedAt: Date, days: number, timeZone: string): string {
  return addDays(dayOf(closedAt, timeZone), days);
}
