import { formOptions } from '../../commands/form-options.js';
import type { FormSchema } from '../../forms/schema.js';
import type { Models } from '../../models/open-models.js';
import type { StepDocument } from '../../models/steps.js';
import type { Locality } from '../../procedures/locality.js';
import { labelForm, type Said } from './label-form.js';

/** What somebody filled into the form of a step, in the form's own words; nothing for a step without a form. */
export async function saidIn(
  { data, element, at }: StepDocument,
  { procedures }: Pick<Models, 'procedures'>,
  locality: Locality,
): Promise<Said[]> {
  const { submission, form } = data;
  if (typeof submission !== 'object' || submission === null || typeof form !== 'string') return [];
  const procedure = element === undefined ? null : await procedures.find(element.definitionKey);
  const schema = (procedure?.forms[form] ?? {}) as FormSchema;

  // The choices of the step's own day: a unit may have been abolished since.
  return labelForm(schema, submission as Record<string, unknown>, (key) => formOptions(locality, key, at) ?? []);
}
