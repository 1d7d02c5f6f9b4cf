import type { Job } from '../engine/jobs.js';
import { appendStep } from './append-step.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';
import { WrongInputError } from './wrong-input-error.js';

export interface Answer {
  caseNumber: string;
  articleId?: string | undefined;
  /** Form in which the answer was given. */
  form?: string | undefined;
}

/** Keeps what a caller was answered (直接答复), and from which article. Thrown WrongInputError when there is no such article. */
export const recordAnswer = (deps: Pick<Deps, 'models' | 'clock' | 'localities'>) => {
  const append = appendStep(deps);

  return async ({ caseNumber, articleId, form = 'answer' }: Answer, job: Job): Promise<void> => {
    const [found, handedIn] = await Promise.all([
      findCase(deps, caseNumber),
      deps.models.tasks.latestSubmission({ caseNumber, formId: form }),
    ]);
    const { articles, name } = deps.localities.get(found.locality);
    const article = articleId === undefined ? undefined : articles.find(({ id }) => id === articleId);
    if (articleId !== undefined && article === undefined)
      throw new WrongInputError(`${name}的知识库没有条目 ${articleId}`);
    await append({
      caseNumber,
      cause: causeOf(job),
      act: 'record-answer',
      by: handedIn?.by,
      data: { articleId, article: article?.title, answer: handedIn?.data['answer'] ?? found.answered?.text },
    });
  };
};
