import type { Job } from '../engine/jobs.js';
import { appendStep } from './append-step.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { caseData } from './document-data.js';
import { findCase } from './find-case.js';
import { keepDocument } from './keep-document.js';
import { WrongInputError } from './wrong-input-error.js';

export interface Answer {
  caseNumber: string;
  articleId?: string | undefined;
  /** Form in which the answer was given. */
  form?: string | undefined;
}

/**
 * Keeps what a caller was answered (直接答复), from which article, with its 答复 on paper.
 * Thrown WrongInputError when there is no such article.
 */
export const recordAnswer = (deps: Pick<Deps, 'models' | 'clock' | 'localities' | 'render'>) => {
  const append = appendStep(deps);
  const keep = keepDocument(deps);

  return async ({ caseNumber, articleId, form = 'answer' }: Answer, job: Job): Promise<void> => {
    const [found, handedIn] = await Promise.all([
      findCase(deps, caseNumber),
      deps.models.tasks.latestSubmission({ caseNumber, formId: form }),
    ]);
    const locality = deps.localities.get(found.locality);
    const { articles, name } = locality;
    const cause = causeOf(job);
    const article = articleId === undefined ? undefined : articles.find(({ id }) => id === articleId);
    if (articleId !== undefined && article === undefined)
      throw new WrongInputError(`${name}的知识库没有条目 ${articleId}`);
    const answer = handedIn?.data['answer'] ?? found.answered?.text;
    const { _id: documentId } = await keep({
      documentId: `${cause.key}/reply`,
      caseNumber,
      document: 'reply',
      locality,
      addressee: found.caller.masked.name ?? '诉求人',
      legalBasis: article?.legalBasis,
      issuedAt: handedIn?.at ?? deps.clock.now(),
      data: { case: caseData(found, locality), answer, article, answeredBy: '', result: undefined, forms: {} },
    });
    await append({
      caseNumber,
      cause,
      act: 'record-answer',
      by: handedIn?.by,
      data: { articleId, article: article?.title, answer, documentId },
    });
  };
};
