import type { Procedures } from '../models/procedures.js';
import { checkForm, type CheckedForm } from './check-form.js';
import { isInput, isText, keyOf, type FormComponent, type FormOption, type FormSchema } from '../forms/schema.js';
import type { FormData } from '../models/orders.js';

/** The form of the callback: what an agent asks on the phone is what a caller may say on the web (好差评). */
const FORM = 'callback';

/** What only an agent can say: whoever rates was reached. */
const ASKED_OF_AGENT = { reached: 'yes' } as const;

/** One question of a locality's rating. */
export interface RatingQuestion {
  key: string;
  label: string;
  required: boolean;
  /** Free words where there are none to choose from. */
  options: FormOption[];
}

/** What a locality asks in its callback, as its process owner drew it; undefined while none is published. */
export async function readRatingForm(procedures: Procedures, locality: string): Promise<FormSchema | undefined> {
  return procedures.newestForm(locality, FORM);
}

/** The questions that a caller is asked, in the order of the form. */
export function ratingQuestions({ components = [] }: FormSchema): RatingQuestion[] {
  return components.filter(isAsked).map((component) => ({
    key: keyOf(component) ?? '',
    label: component.label ?? '',
    required: component.validate?.required === true,
    options: [...(component.values ?? [])],
  }));
}

/** Checks a rating against the form, all faults at once. `data` holds what was said, without what only an agent can say. */
export function checkRating(schema: FormSchema, answers: FormData, at: string): CheckedForm {
  const asked = new Set(ratingQuestions(schema).map(({ key }) => key));
  const told = (schema.components ?? []).filter(
    (component) => asked.has(keyOf(component) ?? '') || keyOf(component) === 'reached',
  );
  const checked = checkForm(
    { components: told },
    { ...answers, ...ASKED_OF_AGENT },
    { context: {}, listOf: () => [], at },
  );
  const data = Object.fromEntries(Object.entries(checked.data).filter(([key]) => asked.has(key)));

  return { ...checked, data };
}

function isAsked(component: FormComponent): boolean {
  if (!isInput(component) || keyOf(component) === undefined || keyOf(component) === 'reached') return false;

  return isText(component) ? component.type === 'textarea' : component.values !== undefined;
}
