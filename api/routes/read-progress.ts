import { mayRate, ratingId } from '../../commands/rate-case.js';
import { ratingQuestions, readRatingForm } from '../../commands/rating-form.js';
import type { CaseDocument, SealedCaller } from '../../models/cases.js';
import type { StepDocument } from '../../models/steps.js';
import type { Progress } from '../contract/progress.js';
import type { ApiDeps } from '../deps.js';
import { presentProgress } from '../presenters/present-progress.js';
import { stepsOf } from './record-routes.js';

type Needs = Pick<ApiDeps, 'models' | 'identity' | 'localities' | 'clock'>;

/** More merges in a row than this are none that a person made. */
const MOST_MERGES = 20;

/** The case in which a report is handled: the one that it was merged into (并单), else itself. */
export async function handledCase({ models }: Pick<ApiDeps, 'models'>, own: CaseDocument): Promise<CaseDocument> {
  let found = own;
  for (let merges = 0; merges < MOST_MERGES && found.mergedInto !== undefined; merges += 1)
    found = (await models.cases.find(found.mergedInto)) ?? found;

  return found;
}

/** How far a report is, for whoever made it. */
export async function readProgress(deps: Needs, own: CaseDocument): Promise<Progress> {
  const { models } = deps;
  const found = await handledCase(deps, own);
  const [steps, orders, summary, decisions, questions, rating] = await Promise.all([
    readSteps(deps, own, found),
    models.orders.ofCase(found._id),
    models.tasks.latestSubmission({ caseNumber: found._id, formId: 'joint-summary' }),
    models.tasks.decisionsOfCase(found._id),
    questionsNow(deps, found),
    models.callbacks.find(ratingId(own._id, found.round)),
  ]);
  const names = namesOf(deps, [...new Set([own, found])]);
  const read = { own, found, steps, orders, summary, decisions, questions, rating, names };

  return presentProgress(read, deps.localities.get(found.locality), deps.clock.now());
}

/** Of a merged report: its own steps, then those of the other case from then on; that it was closed by merging is not its end. */
async function readSteps({ models }: Needs, own: CaseDocument, found: CaseDocument): Promise<StepDocument[]> {
  const steps = await stepsOf(models.steps, own);
  if (own._id === found._id) return steps;
  const mergedAt = steps.find(({ act }) => act === 'merge-case')?.at ?? own.registeredAt;
  const later = (await models.steps.ofCase(found._id)).filter(({ at }) => at >= mergedAt);

  return [...steps.filter(({ act }) => act !== 'close-case'), ...later];
}

async function questionsNow(deps: Needs, found: CaseDocument) {
  if (!(await mayRate(deps, found))) return undefined;
  const form = await readRatingForm(deps.models.procedures, found.locality);

  return form === undefined ? undefined : ratingQuestions(form);
}

/** Names of all who reported this matter: a reply may name one of them. */
function namesOf({ identity }: Needs, cases: readonly CaseDocument[]): string[] {
  const sealed = cases.flatMap(({ _id, caller, callers }) => [
    { of: caller, caseNumber: _id },
    ...callers.map((one) => ({ of: one, caseNumber: one.caseNumber ?? _id })),
  ]);

  return sealed.flatMap(({ of, caseNumber }: { of: SealedCaller; caseNumber: string }) =>
    of.sealed === undefined ? [] : (identity.open(of.sealed, caseNumber).name ?? []),
  );
}
