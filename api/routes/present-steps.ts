import { formOptions } from '../../commands/form-options.js';
import type { FormSchema } from '../../forms/schema.js';
import type { StepDocument } from '../../models/steps.js';
import type { Step } from '../contract/record.js';
import type { ApiDeps } from '../deps.js';
import { mayReadViews } from '../policies/case-policy.js';
import { isOfUnit } from '../policies/file-policy.js';
import type { Person } from '../policies/person.js';
import { labelForm, type Said } from '../presenters/label-form.js';
import { presentStep } from '../presenters/present-record.js';
import type { OpenedCase } from './open-case.js';

type Needs = Pick<ApiDeps, 'models' | 'localities' | 'clock'>;

/** Looking is on record too, for those who watch over it. */
const VIEWS: ReadonlySet<string> = new Set(['view-case', 'view-document', 'reveal-caller']);

/** The steps as this person may read them, with what was filled into forms in the words of the form. */
export async function presentSteps(
  deps: Needs,
  { found, accused, shown }: OpenedCase,
  steps: readonly StepDocument[],
  person: Person,
): Promise<Step[]> {
  const seesViews = !accused && mayReadViews(person, found);
  const mine = steps.filter(({ act }) => seesViews || !VIEWS.has(act));

  return Promise.all(
    mine.map(async (step) => {
      const open = accused && !isOfUnit(person, step.by) ? withoutForm(step) : step;

      return shown(presentStep(open, await saidIn(deps, open, found.locality)));
    }),
  );
}

/** What others wrote down about a complaint, and the names of their files, are not for the unit that is complained about. */
function withoutForm(step: StepDocument): StepDocument {
  const { submission, files, ...data } = step.data;

  return submission === undefined && files === undefined ? step : { ...step, data };
}

async function saidIn({ models, localities, clock }: Needs, step: StepDocument, localityId: string): Promise<Said[]> {
  const { submission, form } = step.data;
  if (typeof submission !== 'object' || submission === null || typeof form !== 'string') return [];
  const procedure = step.element === undefined ? null : await models.procedures.find(step.element.definitionKey);
  const schema = procedure?.forms[form] as FormSchema | undefined;
  const locality = localities.get(localityId);

  return labelForm(
    schema ?? {},
    submission as Record<string, unknown>,
    (key) => formOptions(locality, key, clock.now()) ?? [],
  );
}
