import { hashStep, NO_HASH } from '../domain/step-chain.js';
import { isDuplicate, SYSTEM, type Actor } from '../models/collection.js';
import type { StepTip } from '../models/step-tips.js';
import type { StepDocument, StepElement } from '../models/steps.js';
import { CaseUnknownError } from './case-unknown-error.js';
import type { Cause } from './cause.js';
import type { Deps } from './deps.js';

/** An act to be recorded. */
export interface Act {
  caseNumber: string;
  cause: Cause;
  /** Verb and thing, e.g. `dispatch-order`. */
  act: string;
  /** Who acts; the system when nobody does. */
  by?: Actor | undefined;
  /** What a job answers with is taken from here when it comes again. */
  data?: Record<string, unknown> | undefined;
}

/** The step as recorded; `repeated` when the same cause recorded it before. */
export interface Appended {
  step: StepDocument;
  repeated: boolean;
}

// As many branches of one case as this may write at the same time from different processes.
const ATTEMPTS = 100;

/**
 * Appends a step to a case's record, once per cause, under the next free number.
 * One round trip when this process wrote the case's last step. Thrown CaseUnknownError.
 */
export const appendStep =
  ({ models, clock }: Pick<Deps, 'models' | 'clock'>) =>
  (act: Act): Promise<Appended> =>
    models.steps.tips.inTurn(act.caseNumber, async () => {
      const element = await labelled(models, act.cause.element);
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const tip = models.steps.tips.get(act.caseNumber) ?? (await readTip(models, act.caseNumber));
        const step = linked(tip, act, element, clock.now());
        const before = await insertOrFind(models, step);
        if (before !== undefined) return { step: before, repeated: before !== step };
      }
      throw new Error(`no number was free for a step of ${act.caseNumber} in ${ATTEMPTS} attempts`);
    });

/** A step linked to the one before it. */
export function linked(tip: StepTip, act: Act, element: StepElement | undefined, at: Date): StepDocument {
  const step = {
    _id: act.cause.key,
    caseNumber: act.caseNumber,
    number: tip.number + 1,
    at,
    by: act.by ?? SYSTEM,
    act: act.act,
    ...(element === undefined ? {} : { element }),
    data: act.data ?? {},
    previousHash: tip.hash,
  };

  return { ...step, hash: hashStep(step) };
}

/** Where a record begins. */
export const NO_STEP: StepTip = { number: 0, hash: NO_HASH };

/** The step itself when it was inserted, the earlier one of its cause, or undefined when another took its number. */
async function insertOrFind(models: Deps['models'], step: StepDocument): Promise<StepDocument | undefined> {
  try {
    await models.steps.insert(step);
    models.steps.tips.set(step.caseNumber, { number: step.number, hash: step.hash });

    return step;
  } catch (error) {
    models.steps.tips.forget(step.caseNumber);
    if (!isDuplicate(error)) throw error;

    return (await models.steps.find(step._id)) ?? undefined;
  }
}

/** The end of the chain. A case whose first step still lies in the case alone gets it copied first. */
async function readTip(models: Deps['models'], caseNumber: string): Promise<StepTip> {
  const last = await models.steps.last(caseNumber);
  if (last !== null) return { number: last.number, hash: last.hash };
  const found = await models.cases.find(caseNumber);
  if (found === null) throw new CaseUnknownError(caseNumber);
  const opening = (await insertOrFind(models, found.opening)) ?? found.opening;

  return { number: opening.number, hash: opening.hash };
}

/** The element with the label that its diagram gives it. */
export async function labelled(
  models: Deps['models'],
  element: StepElement | undefined,
): Promise<StepElement | undefined> {
  if (element === undefined) return undefined;
  const procedure = await models.procedures.find(element.definitionKey);
  const label = procedure?.elements[element.elementId]?.label;

  return label === undefined ? element : { ...element, label };
}
