import { evaluate } from 'feelin';
import { inputsOf, keyOf, type FormComponent, type Values } from './schema.js';

/** Filled in by nobody. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value === 'string') return value.trim() === '';

  return Array.isArray(value) && value.length === 0;
}

/** As form-js: a checkbox that is not ticked counts as not filled in. */
export const isUnfilled = ({ type }: FormComponent, value: unknown): boolean =>
  isEmpty(value) || (type === 'checkbox' && value === false);

/** What the conditions of components that stand side by side may look at. */
export function scopeOf(components: readonly FormComponent[], context: Values, values: Values): Values {
  const keys = inputsOf(components).map((component) => keyOf(component) ?? '');

  return {
    ...Object.fromEntries(keys.map((key) => [key, null])),
    ...context,
    ...visibleValues(components, context, values),
  };
}

export function isHidden({ conditional }: FormComponent, scope: Values): boolean {
  const hide = conditional?.hide;

  return hide?.startsWith('=') === true && feel(hide.slice(1), scope) === true;
}

/** The value of a FEEL expression; null where it has none. */
export function feel(expression: string, scope: Values): unknown {
  try {
    return evaluate(expression, scope).value;
  } catch {
    return null;
  }
}

/** Hiding one field may hide the next: no chain of conditions is longer. */
const longestChain = 8;

/** The values that are filled in and not hidden: a field that is hidden counts as not filled in, for other conditions too. */
export function visibleValues(components: readonly FormComponent[], context: Values, values: Values): Values {
  const inputs = inputsOf(components);
  const empty = Object.fromEntries(inputs.map((component) => [keyOf(component) ?? '', null]));
  let visible = filled(inputs, values);
  for (let round = 0; round < longestChain; round += 1) {
    const scope = { ...empty, ...context, ...visible };
    const next = filled(
      inputs.filter((component) => !isHidden(component, scope)),
      values,
    );
    if (Object.keys(next).join() === Object.keys(visible).join()) break;
    visible = next;
  }

  return visible;
}

function filled(inputs: readonly FormComponent[], values: Values): Values {
  const pairs = inputs.map((component) => [keyOf(component) ?? '', values[keyOf(component) ?? '']] as const);

  return Object.fromEntries(pairs.filter(([, value]) => !isEmpty(value)));
}
