import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';
import { WrongInputError } from './wrong-input-error.js';

export interface AccountabilityAnswer {
  caseNumber: string;
  referralId: string;
  bodyId: string;
  form: string;
}

/**
 * Keeps what a body answered on a lead it was handed (核查反馈), or what the centre wrote down about a body that never
 * answered. Thrown WrongInputError when nobody handed the form in.
 */
export const recordAccountability = (deps: Pick<Deps, 'models' | 'clock' | 'log' | 'localities'>) => {
  const advance = advanceCase(deps);

  return async ({ caseNumber, referralId, bodyId, form }: AccountabilityAnswer, job: Job): Promise<void> => {
    const cause = causeOf(job);
    const [found, tasks] = await Promise.all([findCase(deps, caseNumber), deps.models.tasks.ofCase(caseNumber)]);
    const handedIn = tasks.filter((task) => task.formId === form);
    const group = `${found.locality}/${bodyId}/`;
    const own = handedIn.filter(({ candidateGroups }) => candidateGroups.some((name) => name.startsWith(group)));
    const aboutIt = handedIn.filter(({ unitId }) => unitId === bodyId);
    const answer = (own.length > 0 ? own : aboutIt).flatMap((task) => task.submission ?? []).at(-1);
    if (answer === undefined) throw new WrongInputError(`还没有 ${bodyId} 的表单 ${form}`);
    await deps.models.notices.insert({
      _id: cause.key,
      caseNumber,
      unitId: bodyId,
      kind: 'accountability-answer',
      at: answer.at,
      by: answer.by,
      result: { referralId, ...answer.data },
    });
    await advance({
      caseNumber,
      cause,
      act: 'record-accountability',
      by: answer.by,
      data: { referralId, bodyId, result: answer.data['accountabilityResult'] ?? answer.data['pressResult'] },
    });
  };
};
