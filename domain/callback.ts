/** What a callback (回访) found out. `solved` and `satisfied` are known only if the caller was reached. */
export interface CallbackResult {
  readonly reached: boolean;
  readonly solved?: boolean;
  readonly satisfied?: boolean;
}

/** How often a locality calls, and how many rounds of handling it goes before a case is escalated. */
export interface CallbackRules {
  readonly attempts: number;
  readonly rounds: number;
}

/**
 * What follows a callback: `close` the case, `again` (another round of handling), `escalate` (rounds used up),
 * `retry` (call again later), `unreachable` (attempts used up).
 */
export type CallbackVerdict = 'close' | 'again' | 'escalate' | 'retry' | 'unreachable';

/**
 * Judges the n-th attempt (from 1) of the n-th round (from 1). Solved but dissatisfied goes round again like unsolved:
 * "群众不满意不放过" (mission.md, zhangye).
 */
export function callbackVerdict(
  result: CallbackResult,
  at: { attempt: number; round: number },
  rules: CallbackRules,
): CallbackVerdict {
  if (!result.reached) return at.attempt < rules.attempts ? 'retry' : 'unreachable';
  if (result.solved === true && result.satisfied !== false) return 'close';

  return at.round < rules.rounds ? 'again' : 'escalate';
}
