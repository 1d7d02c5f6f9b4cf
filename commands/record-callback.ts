import type { Job } from '../engine/jobs.js';
import type { CallbackDocument } from '../models/callbacks.js';
import type { CaseDocument } from '../models/case-document.js';
import { advanceCase } from './advance-case.js';
import { callbackValues } from './callback-values.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { caseData } from './document-data.js';
import { findCase } from './find-case.js';
import { keepDocument } from './keep-document.js';
import { WrongInputError } from './wrong-input-error.js';

export interface CallbackInput {
  caseNumber: string;
  orderId?: string | undefined;
  round: number;
  attempt: number;
  sampled?: boolean | undefined;
  /** Form that the callback agent handed in. */
  form?: string | undefined;
  /** What the procedure makes of the answers; where it says nothing, the form's own values count. */
  verdict?: { [Name in 'reached' | 'contacted' | 'solved' | 'satisfied']?: boolean | undefined } | undefined;
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'render'>;

/** Keeps what a callback (回访) found out, with its 回访记录. Thrown WrongInputError when no such form was handed in. */
export const recordCallback = (deps: Needs) => {
  const keep = keepDocumentOf(deps);
  const advance = advanceCase(deps);

  return async (input: CallbackInput, job: Job): Promise<void> => {
    const cause = causeOf(job);
    const { caseNumber, orderId, form = 'callback' } = input;
    const [found, handedIn] = await Promise.all([
      findCase(deps, caseNumber),
      deps.models.tasks.latestSubmission({ caseNumber, formId: form }),
    ]);
    if (handedIn === undefined)
      throw new WrongInputError(`诉求件 ${caseNumber} 没有提交过表单 ${form}，请检查作业头 form`);
    const callback: CallbackDocument = {
      _id: cause.key,
      caseNumber,
      locality: found.locality,
      orderId,
      round: input.round,
      attempt: input.attempt,
      sampled: input.sampled === true,
      ...callbackValues(handedIn.data, input.verdict),
      at: handedIn.at,
      by: handedIn.by,
    };
    await deps.models.callbacks.insert(callback);
    const documentId = await keep(found, callback);
    const { round, attempt, sampled, reached, contacted, solved, satisfied } = callback;
    await advance({
      caseNumber,
      cause,
      act: 'record-callback',
      by: handedIn.by,
      data: { orderId, round, attempt, sampled, reached, contacted, solved, satisfied, documentId },
      move: { to: 'callback', set: { round } },
    });
  };
};

const keepDocumentOf = (deps: Needs) => {
  const keep = keepDocument(deps);

  return async (found: CaseDocument, callback: CallbackDocument): Promise<string> => {
    const locality = deps.localities.get(found.locality);
    const factors = locality.assessment.factors
      .map(({ id, name }) => ({ name, value: callback.factors[id] }))
      .filter(({ value }) => value !== undefined);
    const { _id } = await keep({
      documentId: `${callback._id}/callback-record`,
      caseNumber: found._id,
      orderId: callback.orderId,
      document: 'callback-record',
      locality,
      addressee: locality.network.find(locality.center)?.name ?? locality.name,
      issuedAt: callback.at,
      data: { case: caseData(found, locality), callback: { ...callback, factors } },
    });

    return _id;
  };
};
