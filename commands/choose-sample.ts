import type { Job } from '../engine/jobs.js';
import { isSampled } from '../domain/sample.js';
import { appendStep } from './append-step.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';

/** Draws whether a case gets a second, sampled callback (抽查回访); the same case always gets the same answer. */
export const chooseSample = (deps: Pick<Deps, 'models' | 'clock'>) => {
  const append = appendStep(deps);

  return async (
    { caseNumber, sampleRate }: { caseNumber: string; sampleRate: number },
    job: Job,
  ): Promise<{ sampled: boolean }> => {
    const sampled = isSampled(caseNumber, sampleRate);
    await append({ caseNumber, cause: causeOf(job), act: 'choose-sample', data: { sampleRate, sampled } });

    return { sampled };
  };
};
