import { isInput, keyOf, labelOf, type FormComponent, type FormSchema } from '../../forms/schema.js';

/** What was filled into one field of a form, in words. */
export interface Said {
  label: string;
  value: string;
}

/** Choices of a list that depends on the locality, by `valuesKey`. */
export type ListOf = (valuesKey: string) => readonly { label: string; value: string }[];

/** A form that was handed in, field by field as people read it; fields left empty are left out. */
export function labelForm(schema: FormSchema, data: Readonly<Record<string, unknown>>, listOf: ListOf): Said[] {
  return (schema.components ?? []).flatMap((component) => {
    if (component.type === 'group') return labelForm(component, groupData(component, data), listOf);
    const key = keyOf(component);
    if (!isInput(component) || key === undefined) return [];
    const value = wordOf(component, data[key], listOf);

    return value === '' ? [] : [{ label: labelOf(component), value }];
  });
}

function groupData(
  { path }: FormComponent,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const inner = path === undefined ? data : data[path];

  return isRecord(inner) ? inner : {};
}

function wordOf(component: FormComponent, value: unknown, listOf: ListOf): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value))
    return value.map((each) => wordOf(component, each, listOf)).join(component.components ? '\n' : '、');
  if (isRecord(value)) return recordWord(component, value, listOf);
  if (typeof value === 'boolean') return value ? '是' : '否';
  const choices = component.values ?? (component.valuesKey === undefined ? [] : listOf(component.valuesKey));

  const text = typeof value === 'number' ? String(value) : (value as string);

  return choices.find((choice) => choice.value === value)?.label ?? text;
}

/** An entry of a list is told field by field, a file by its name. */
function recordWord(component: FormComponent, value: Readonly<Record<string, unknown>>, listOf: ListOf): string {
  if (component.components !== undefined) {
    return labelForm(component, value, listOf)
      .map((said) => `${said.label}：${said.value}`)
      .join('；');
  }

  return typeof value['name'] === 'string' ? value['name'] : '';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
