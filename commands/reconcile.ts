import { setTimeout as wait } from 'node:timers/promises';

import type { Deps } from './deps.js';
import { reconcileCases } from './reconcile-cases.js';
import { reconcileTasks } from './reconcile-tasks.js';
import { relay } from './relay.js';

/** What does not agree between database and engine. */
export type FindingKind =
  /** No instance took the case in time: its message was queued again. */
  | 'case-not-started'
  /** The engine ended, or no longer knows, the instance of a case that is open. */
  | 'instance-ended'
  | 'instance-missing'
  /** The row of a task was open and the task was not, or the other way round, or told another deadline or stage: put right. */
  | 'task-row-stale'
  /** A task had no row: it got one. */
  | 'task-row-missing'
  /** A message that cannot be delivered, or waits for long. */
  | 'outbox-stuck';

export interface Finding {
  kind: FindingKind;
  caseNumber?: string | undefined;
  /** Key of the instance, the task or the message. */
  key?: string | undefined;
  repaired: boolean;
}

/** Searches of a cluster lag behind: what is younger than this is never judged by its absence. Milliseconds. */
export const YOUNG_MS = 60_000;

/** A message outside should have gone by then, milliseconds. */
const STUCK_MS = 15 * 60_000;
const STUCK_SHOWN = 100;

/** Between two parts of a pass, milliseconds: people's work goes first, and a pass at a stretch would hold up whoever registers. */
const REST_MS = 250;

/** Waits between two parts of a pass. */
export type Rest = () => Promise<unknown>;

export type ReconcileNeeds = Pick<Deps, 'models' | 'engine' | 'clock' | 'log'>;

/**
 * Compares cases, tasks and outbox with the engine: repairs what a crash left half done, tells the rest. Each repair may be repeated.
 * A pass looks at a part of what is open; the next one goes on where it stopped. One that is told to stop rests no more.
 * Thrown EngineUnavailableError.
 */
export const reconcile = (deps: ReconcileNeeds) => {
  const send = relay(deps);
  const cases = reconcileCases(deps);
  const tasks = reconcileTasks(deps);

  return async (stopping?: AbortSignal): Promise<Finding[]> => {
    const rest = () => wait(REST_MS, undefined, { signal: stopping }).catch(() => undefined);
    const findings = [...(await cases()), ...(await tasks(rest)), ...(await stuckMessages(deps))];
    await send();
    for (const finding of findings) deps.log.warn(finding, finding.repaired ? 'put right' : 'needs a person');

    return findings;
  };
};

async function stuckMessages({ models, clock }: ReconcileNeeds): Promise<Finding[]> {
  const before = new Date(clock.now().getTime() - STUCK_MS);
  const stuck = await models.outbox.stuck(before, STUCK_SHOWN);

  return stuck.map(({ _id, caseNumber }) => ({ kind: 'outbox-stuck', caseNumber, key: _id, repaired: false }));
}
