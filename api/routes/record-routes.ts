import { ratingQuestions, readRatingForm } from '../../commands/rating-form.js';
import { viewCase } from '../../commands/view-case.js';
import { verifyChain } from '../../domain/step-chain.js';
import type { CaseDocument } from '../../models/cases.js';
import type { Steps, StepDocument } from '../../models/steps.js';
import type { ApiDeps } from '../deps.js';
import { documentHeaders } from '../pages/security-headers.js';
import { presentCallback, presentDocument, presentNotice } from '../presenters/present-record.js';
import { notFound } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { actorOf } from './actor-of.js';
import { openCase } from './open-case.js';
import { presentSteps } from './present-steps.js';

type Names = 'readSteps' | 'listDocuments' | 'readDocument' | 'listNotices' | 'listCallbacks';

/** The record of a case: what was done, issued, reminded of and asked. */
export const recordRoutes = (deps: ApiDeps): Handlers<Names> => {
  const { models } = deps;
  const open = openCase(deps);
  const view = viewCase(deps);

  return {
    readSteps: async ({ params, person }) => {
      const opened = await open(person, params.caseNumber);
      const steps = await stepsOf(models.steps, opened.found);
      const verdict = verifyChain(steps);

      return {
        steps: await presentSteps(deps, opened, steps, person),
        chain: { intact: verdict.intact, brokenAt: verdict.intact ? null : verdict.brokenAt },
      };
    },
    listDocuments: async ({ params, person }) => {
      const { found, shown } = await open(person, params.caseNumber);

      return shown((await models.documents.ofCase(found._id)).map(presentDocument));
    },
    readDocument: async ({ params: { caseNumber, documentId }, person, response }) => {
      const { found, shown } = await open(person, caseNumber);
      const document = await models.documents.find(documentId);
      if (document?.caseNumber !== found._id) throw notFound('这份文书');
      if (!person.roles.includes('citizen')) await view({ caseNumber, documentId }, actorOf(person));
      response.set(documentHeaders);

      return shown(document.html);
    },
    listNotices: async ({ params, person }) => {
      const { found, shown } = await open(person, params.caseNumber);

      return shown((await models.notices.ofCase(found._id)).map(presentNotice));
    },
    listCallbacks: async ({ params, person }) => {
      const { found, accused, shown } = await open(person, params.caseNumber);
      const kept = await models.callbacks.ofCase(found._id);
      const rated = kept.some(({ answers }) => answers !== undefined);
      const form = rated ? await readRatingForm(models.procedures, found.locality) : undefined;
      const questions = form === undefined ? [] : ratingQuestions(form);
      const callbacks = kept.map((callback) => presentCallback(callback, questions));

      // What the caller said of the unit may tell who they are.
      return shown(accused ? callbacks.map((callback) => ({ ...callback, opinion: null })) : callbacks);
    },
  };
};

/** The steps in their order. The first one lies in the case itself until the relay has copied it. */
export async function stepsOf(steps: Steps, { _id, opening }: CaseDocument): Promise<StepDocument[]> {
  const kept = await steps.ofCase(_id);

  return kept.length === 0 ? [opening] : kept;
}
