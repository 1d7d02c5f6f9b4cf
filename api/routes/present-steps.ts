import type { StepDocument } from '../../models/steps.js';
import type { Step } from '../contract/record.js';
import type { ApiDeps } from '../deps.js';
import { mayReadViews } from '../policies/case-policy.js';
import { isOfUnit } from '../policies/file-policy.js';
import type { Person } from '../policies/person.js';
import { presentStep } from '../presenters/present-record.js';
import { saidIn } from '../presenters/said-in.js';
import type { OpenedCase } from './open-case.js';

type Needs = Pick<ApiDeps, 'models' | 'localities'>;

/** Looking is on record too, for those who watch over it. */
const VIEWS: ReadonlySet<string> = new Set(['view-case', 'view-document', 'reveal-caller']);

/** The steps as this person may read them, with what was filled into forms in the words of the form. */
export async function presentSteps(
  { models, localities }: Needs,
  { found, accused, shown }: OpenedCase,
  steps: readonly StepDocument[],
  person: Person,
): Promise<Step[]> {
  const locality = localities.get(found.locality);
  const seesViews = !accused && mayReadViews(person, found);
  const mine = steps.filter(({ act }) => seesViews || !VIEWS.has(act));

  return Promise.all(
    mine.map(async (step) => {
      const open = accused && !isOfUnit(person, step.by) ? withoutForm(step) : step;

      return shown(presentStep(open, await saidIn(open, models, locality)));
    }),
  );
}

/** What others wrote down about a complaint, and the names of their files, are not for the unit that is complained about. */
function withoutForm(step: StepDocument): StepDocument {
  const { submission, files, ...data } = step.data;

  return submission === undefined && files === undefined ? step : { ...step, data };
}
