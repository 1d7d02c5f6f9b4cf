import { EngineNotFoundError } from '../engine/errors.js';
import type { Instance } from '../engine/instances.js';
import type { CaseDocument } from '../models/case-document.js';
import type { Finding, ReconcileNeeds } from './reconcile.js';
import { YOUNG_MS } from './reconcile.js';
import { startMessage } from './register-case.js';

/** An instance should have taken the case by then, milliseconds. */
const START_MS = 5 * 60_000;
const BATCH = 100;

/** Cases that no instance took, and open cases whose instance is gone. */
export const reconcileCases = (deps: ReconcileNeeds) => {
  let after = '';

  return async (): Promise<Finding[]> => {
    const before = new Date(deps.clock.now().getTime() - YOUNG_MS);
    const open = await deps.models.cases.openWithInstance(after, before, BATCH);
    after = open.length < BATCH ? '' : (open.at(-1)?._id ?? '');

    return [...(await restart(deps)), ...(await compare(deps, open))];
  };
};

/**
 * Queues the start message again, under an id of this hour. An instance that is active all the same is not doubled by the engine, and
 * one that starts late finds the case taken.
 */
async function restart({ models, clock }: ReconcileNeeds): Promise<Finding[]> {
  const now = clock.now();
  const waiting = await models.cases.withoutInstance(new Date(now.getTime() - START_MS), BATCH);
  const hour = Math.floor(now.getTime() / 3_600_000);
  const idle = waiting.filter(({ unsent }) => unsent.length === 0);
  await Promise.all(idle.map((found) => models.cases.requeue(found._id, startMessage(found, hour))));

  return idle.map(({ _id }) => ({ kind: 'case-not-started', caseNumber: _id, repaired: true }));
}

async function compare({ engine }: ReconcileNeeds, open: readonly CaseDocument[]): Promise<Finding[]> {
  const keys = open.flatMap(({ processInstanceKey }) => processInstanceKey ?? []);
  if (keys.length === 0) return [];
  const found = new Map((await engine.instances.search({ keys }, BATCH)).map((instance) => [instance.key, instance]));
  const findings: Finding[] = [];
  for (const { _id, processInstanceKey: key = '' } of open) {
    const instance = found.get(key) ?? (await look(engine, key));
    if (instance?.state === 'ACTIVE') continue;
    const kind = instance === undefined ? 'instance-missing' : 'instance-ended';
    findings.push({ kind, caseNumber: _id, key, repaired: false });
  }

  return findings;
}

/** A search may not show it yet: only the engine's own "not found" counts. */
async function look(engine: ReconcileNeeds['engine'], key: string): Promise<Instance | undefined> {
  try {
    return await engine.instances.get(key);
  } catch (error) {
    if (error instanceof EngineNotFoundError) return undefined;
    throw error;
  }
}
