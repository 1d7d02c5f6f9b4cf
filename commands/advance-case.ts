import type { CaseDocument } from '../models/case-document.js';
import type { CaseMove } from '../models/cases.js';
import type { StepDocument } from '../models/steps.js';
import { appendStep, type Act, type Appended } from './append-step.js';
import type { Deps } from './deps.js';

export interface Advance extends Act {
  /** From the step as it was recorded first, so that a job that comes again moves the case to the same. */
  move?: CaseMove | ((step: StepDocument) => CaseMove) | undefined;
}

export interface Advanced extends Appended {
  /** The case after the move; null when nothing was to move, or it stood elsewhere, or was moved by this cause before. */
  moved: CaseDocument | null;
}

/**
 * The one way a case changes: its step is written under the cause's key, then the case is moved on if it stands where the
 * move may start. Both may be repeated, so a crash between them is repaired when the job comes again: the step is found,
 * the move is made. What the step recorded first is what counts (`step.data`).
 */
export const advanceCase = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const append = appendStep(deps);

  return async ({ move, ...act }: Advance): Promise<Advanced> => {
    const appended = await append(act);
    if (move === undefined) return { ...appended, moved: null };
    const going = typeof move === 'function' ? move(appended.step) : move;
    const moved = await deps.models.cases.move(act.caseNumber, act.cause.key, going);
    if (moved === null && !appended.repeated) {
      const { caseNumber, act: name } = act;
      deps.log.warn({ caseNumber, act: name, to: going.to }, 'recorded, but the case stands elsewhere');
    }

    return { ...appended, moved };
  };
};
