import { ratingQuestions, readRatingForm } from '../../commands/rating-form.js';
import { verifyChain } from '../../domain/step-chain.js';
import type { CaseDocument } from '../../models/cases.js';
import type { Steps, StepDocument } from '../../models/steps.js';
import type { ApiDeps } from '../deps.js';
import { documentHeaders } from '../pages/security-headers.js';
import { presentCallback, presentDocument, presentNotice, presentStep } from '../presenters/present-record.js';
import { notFound } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { visibleCase } from './visible-case.js';

type Names = 'readSteps' | 'listDocuments' | 'readDocument' | 'listNotices' | 'listCallbacks';

/** The record of a case: what was done, issued, reminded of and asked. */
export const recordRoutes = ({ models }: ApiDeps): Handlers<Names> => ({
  readSteps: async ({ params, person }) => {
    const steps = await stepsOf(models.steps, await visibleCase(models.cases, person, params.caseNumber));
    const verdict = verifyChain(steps);

    return {
      steps: steps.map(presentStep),
      chain: { intact: verdict.intact, brokenAt: verdict.intact ? null : verdict.brokenAt },
    };
  },
  listDocuments: async ({ params, person }) => {
    const found = await visibleCase(models.cases, person, params.caseNumber);

    return (await models.documents.ofCase(found._id)).map(presentDocument);
  },
  readDocument: async ({ params, person, response }) => {
    const found = await visibleCase(models.cases, person, params.caseNumber);
    const document = await models.documents.find(params.documentId);
    if (document?.caseNumber !== found._id) throw notFound('这份文书');
    response.set(documentHeaders);

    return document.html;
  },
  listNotices: async ({ params, person }) => {
    const found = await visibleCase(models.cases, person, params.caseNumber);

    return (await models.notices.ofCase(found._id)).map(presentNotice);
  },
  listCallbacks: async ({ params, person }) => {
    const found = await visibleCase(models.cases, person, params.caseNumber);

    const callbacks = await models.callbacks.ofCase(found._id);
    const rated = callbacks.some(({ answers }) => answers !== undefined);
    const form = rated ? await readRatingForm(models.procedures, found.locality) : undefined;

    return callbacks.map((callback) => presentCallback(callback, form === undefined ? [] : ratingQuestions(form)));
  },
});

/** The steps in their order. The first one lies in the case itself until the relay has copied it. */
export async function stepsOf(steps: Steps, { _id, opening }: CaseDocument): Promise<StepDocument[]> {
  const kept = await steps.ofCase(_id);

  return kept.length === 0 ? [opening] : kept;
}
