import type { FormComponent, FormOption, Lists, Values } from './schema.js';
import { feel } from './visible.js';

/** The choices of a list: its own, the locality's (`valuesKey`), or those that an expression gives. */
export function optionsOf(component: FormComponent, lists: Lists, scope: Values): readonly FormOption[] {
  const { values, valuesKey, valuesExpression } = component;
  if (valuesKey !== undefined) return lists[valuesKey] ?? [];
  if (valuesExpression === undefined) return values ?? [];
  const listed = feel(valuesExpression.replace(/^=/, ''), scope);

  return Array.isArray(listed)
    ? listed.map((entry: unknown) =>
        typeof entry === 'object' && entry !== null
          ? (entry as FormOption)
          : { label: String(entry), value: String(entry) },
      )
    : [];
}
