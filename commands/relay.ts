import type { CaseDocument } from '../models/case-document.js';
import { isDuplicate } from '../models/collection.js';
import { appendStep } from './append-step.js';
import type { Deps } from './deps.js';

/**
 * How long the engine keeps a start message, milliseconds, and so how long it knows that it had one of this id. Sending again
 * within it starts nothing twice; later than that, `take-case` finds the case taken.
 */
export const MESSAGE_LIFE_MS = 24 * 3_600_000;

const BATCH = 100;

type Needs = Pick<Deps, 'models' | 'engine' | 'clock' | 'log'>;
type Waiting = Pick<CaseDocument, '_id' | 'unsent' | 'opening'>;

/**
 * Sends what a case has to tell the engine: first its opening step goes to the record, then, for each message, the step of
 * who asked for it and the message itself; then the message is taken out of the case. Each may be repeated.
 * Thrown EngineUnavailableError.
 */
export const relayCase = (deps: Needs) => {
  const { models, engine } = deps;
  const append = appendStep(deps);

  return async ({ _id: caseNumber, unsent, opening }: Waiting): Promise<void> => {
    if (unsent.length === 0) return;
    await recordOpening(models, opening);
    for (const { name, messageId, correlationKey = caseNumber, variables, record } of unsent) {
      if (record !== undefined) await append({ caseNumber, cause: { key: record.key }, ...record });
      await engine.publishMessage({ name, messageId, correlationKey, variables, timeToLiveMs: MESSAGE_LIFE_MS });
      await models.cases.sent(caseNumber, messageId);
    }
  };
};

/** Sends what any case has unsent, oldest first. Answers how many cases were relayed, how many failed. */
export const relay = (deps: Needs) => {
  const one = relayCase(deps);

  return async (): Promise<{ relayed: number; failed: number }> => {
    const waiting = await deps.models.cases.withUnsent(BATCH);
    let failed = 0;
    for (const found of waiting) {
      await one(found).catch((error: unknown) => {
        failed += 1;
        deps.log.warn({ err: error, caseNumber: found._id }, 'message not sent yet');
      });
    }

    return { relayed: waiting.length - failed, failed };
  };
};

async function recordOpening({ steps }: Deps['models'], opening: CaseDocument['opening']): Promise<void> {
  try {
    await steps.insert(opening);
    steps.tips.set(opening.caseNumber, { number: opening.number, hash: opening.hash });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
