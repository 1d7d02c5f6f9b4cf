import { optionsOf, type ListOf } from '../forms/options.js';
import { inputsOf, isText, keyOf, labelOf, type FormComponent, type FormSchema } from '../forms/schema.js';
import { valueFault, type ValueFault } from '../forms/value-fault.js';
import { isHidden, isUnfilled, scopeOf } from '../forms/conditions.js';
import type { FormData } from '../models/orders.js';
import type { NamedFiles } from './attach-files.js';
import type { FieldError } from './field-error.js';

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
  { context, listOf, at = '/data' }: { context: FormData; listOf: ListOf; at?: string },
): CheckedForm {
  const components = schema.components ?? [];
  const inputs = inputsOf(components);
  const scope = scopeOf(components, context, data);
  const known = new Set(inputs.map(keyOf));
  const result: CheckedForm = { errors: unknownFields(data, known, at), data: {}, variables: {}, files: [] };
  for (const component of inputs) {
    if (isHidden(component, scope)) continue;
    checkField(result, component, data, { context: scope, listOf, at });
  }

  return result;
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

interface Around {
  context: FormData;
  listOf: ListOf;
  at: string;
}

function checkField(result: CheckedForm, component: FormComponent, data: FormData, around: Around): void {
  const key = keyOf(component) as string;
  const value = data[key];
  const field = pointer(around.at, key);
  if (isUnfilled(component, value)) {
    if (component.validate?.required === true)
      result.errors.push({ field, reason: `“${labelOf(component)}”必须填写`, allowed: '必填' });
    if (component.type === 'checkbox' && value === false) keep(result, component, key, false);

    return;
  }
  if (component.type === 'dynamiclist') checkList(result, component, value, { ...around, at: field });
  else if (component.type === 'group') checkGroup(result, component, value, { ...around, at: field });
  else {
    const fault = valueFault(component, value, optionsOf(component, around.listOf, around.context));
    if (fault === undefined) {
      keep(result, component, key, value);
      if (component.type === 'filepicker') result.files.push({ field, fileIds: value as string[] });
    } else result.errors.push(told(fault, component, field));
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

function told({ what, ...rest }: ValueFault, component: FormComponent, field: string): FieldError {
  return { field, reason: `“${labelOf(component)}”${what}`, ...rest };
}

/** RFC 6901. */
function pointer(at: string, key: string): string {
  return `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
