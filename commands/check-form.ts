import { evaluate } from 'feelin';

import type { FormData } from '../models/orders.js';
import type { NamedFiles } from './attach-files.js';
import { isEmpty, valueFault } from './check-value.js';
import type { FieldError } from './field-error.js';
import {
  isInput,
  isText,
  keyOf,
  labelOf,
  type FormComponent,
  type FormOption,
  type FormSchema,
} from './form-component.js';

/** Options of a list that depends on the locality; undefined for one that only a later step can check. */
export type OptionsOf = (valuesKey: string) => readonly FormOption[] | undefined;

export interface CheckedForm {
  errors: FieldError[];
  /** What was filled in, without fields that the form hides. */
  data: FormData;
  /** The part that the procedure gets: no free text. */
  variables: FormData;
  /** Files that were chosen, by the field in which they were. */
  files: NamedFiles[];
}

/** Most entries of a dynamic list. */
const MOST_ENTRIES = 100;

/**
 * Checks what a person handed in against the form-js schema of the task (docs/architecture.md, "Forms"): all faults at once, each
 * with the field's label, what was found and what is allowed.
 * @param context process variables that the form's conditions may look at
 * @param at JSON pointer of the data in the request, e.g. `/data`
 */
export function checkForm(
  schema: FormSchema,
  data: FormData,
  { context, optionsOf, at = '/data' }: { context: FormData; optionsOf: OptionsOf; at?: string },
): CheckedForm {
  const components = flattened(schema.components ?? []);
  const inputs = components.filter((component) => isInput(component) && keyOf(component) !== undefined);
  const known = new Set<string | undefined>(inputs.map(keyOf));
  const empty = Object.fromEntries(inputs.map((component): [string, null] => [keyOf(component) ?? '', null]));
  const scope: FormData = { ...empty, ...context, ...data };
  const result: CheckedForm = { errors: unknownFields(data, known, at), data: {}, variables: {}, files: [] };
  for (const component of inputs) {
    if (isHidden(component, scope)) continue;
    checkField(result, component, data, { context: scope, optionsOf, at });
  }

  return result;
}

/** A group without a path only frames its components; its condition holds for each of them. */
function flattened(components: readonly FormComponent[], hide?: string): FormComponent[] {
  return components.flatMap((component) => {
    const own = bothHide(hide, component.conditional?.hide);
    if (component.type === 'group' && (component.path ?? '') === '') return flattened(component.components ?? [], own);

    return [own === undefined ? component : { ...component, conditional: { hide: own } }];
  });
}

function bothHide(outer: string | undefined, inner: string | undefined): string | undefined {
  if (outer === undefined || inner === undefined) return outer ?? inner;

  return `=(${outer.slice(1)}) or (${inner.slice(1)})`;
}

function unknownFields(data: FormData, known: ReadonlySet<string | undefined>, at: string): FieldError[] {
  return Object.keys(data)
    .filter((key) => !known.has(key))
    .map((key) => ({
      field: pointer(at, key.slice(0, 64)),
      reason: `表单没有字段“${key.slice(0, 64)}”`,
      found: key.slice(0, 64),
      allowed: [...known],
    }));
}

function isHidden({ conditional }: FormComponent, scope: FormData): boolean {
  const hide = conditional?.hide;

  return hide?.startsWith('=') === true && evaluate(hide.slice(1), scope).value === true;
}

interface Around {
  context: FormData;
  optionsOf: OptionsOf;
  at: string;
}

function checkField(result: CheckedForm, component: FormComponent, data: FormData, around: Around): void {
  const key = keyOf(component) as string;
  const value = data[key];
  const field = pointer(around.at, key);
  if (isEmpty(component, value)) {
    if (component.validate?.required === true)
      result.errors.push({ field, reason: `“${labelOf(component)}”必须填写`, allowed: '必填' });
    if (component.type === 'checkbox' && value === false) keep(result, component, key, false);

    return;
  }
  if (component.type === 'dynamiclist') checkList(result, component, value, { ...around, at: field });
  else if (component.type === 'group') checkGroup(result, component, value, { ...around, at: field });
  else {
    const fault = valueFault(component, value, optionsFor(component, around));
    if (fault === undefined) {
      keep(result, component, key, value);
      if (component.type === 'filepicker') result.files.push({ field, fileIds: value as string[] });
    } else result.errors.push({ field, ...fault });
  }
}

function keep(result: CheckedForm, component: FormComponent, key: string, value: unknown): void {
  result.data[key] = value;
  if (!isText(component)) result.variables[key] = value;
}

function checkList(result: CheckedForm, component: FormComponent, value: unknown, around: Around): void {
  if (!Array.isArray(value) || value.length > MOST_ENTRIES) {
    const reason = `“${labelOf(component)}”应为列表，最多 ${MOST_ENTRIES} 项`;
    result.errors.push({ field: around.at, reason, allowed: MOST_ENTRIES });

    return;
  }
  const entries = value.map((entry: unknown, index) =>
    checkEntry(component, entry, { ...around, at: `${around.at}/${index}` }),
  );
  const key = keyOf(component) as string;
  result.errors.push(...entries.flatMap(({ errors }) => errors));
  result.files.push(...entries.flatMap(({ files }) => files));
  result.data[key] = entries.map((entry) => entry.data);
  result.variables[key] = entries.map(({ variables }, index) => ({ ...variables, index }));
}

function checkGroup(result: CheckedForm, component: FormComponent, value: unknown, around: Around): void {
  const checked = checkEntry(component, value, around);
  const key = keyOf(component) as string;
  result.errors.push(...checked.errors);
  result.files.push(...checked.files);
  result.data[key] = checked.data;
  result.variables[key] = checked.variables;
}

function checkEntry({ components = [], ...component }: FormComponent, entry: unknown, around: Around): CheckedForm {
  if (typeof entry === 'object' && entry !== null && !Array.isArray(entry))
    return checkForm({ components }, entry as FormData, around);
  const reason = `“${labelOf(component)}”的每一项应为一组字段`;

  return { errors: [{ field: around.at, reason }], data: {}, variables: {}, files: [] };
}

function optionsFor({ values, valuesKey, valuesExpression }: FormComponent, { context, optionsOf }: Around) {
  if (valuesKey !== undefined) return optionsOf(valuesKey);
  if (valuesExpression === undefined) return values ?? [];
  const listed: unknown = evaluate(valuesExpression.slice(1), context).value;

  return Array.isArray(listed)
    ? listed.map((entry: unknown) =>
        typeof entry === 'string' ? { label: entry, value: entry } : (entry as FormOption),
      )
    : [];
}

/** RFC 6901. */
function pointer(at: string, key: string): string {
  return `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
