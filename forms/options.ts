import type { FormComponent, FormOption, Values } from './schema.js';
import { feel } from './conditions.js';

/** Choices of the locality's list of that name; undefined for one that only a later step can check. */
export type ListOf = (valuesKey: string) => readonly FormOption[] | undefined;

/** The choices of a list: its own, the locality's (`valuesKey`), or those that an expression gives. */
export function optionsOf(component: FormComponent, listOf: ListOf, scope: Values): readonly FormOption[] | undefined {
  const { values, valuesKey, valuesExpression } = component;
  if (valuesKey !== undefined) return listOf(valuesKey);
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
