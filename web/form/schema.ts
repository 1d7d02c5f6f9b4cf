/** One choice: what is shown and what is sent. */
export interface FormOption {
  label: string;
  value: string;
}

/** A component of a `.form` file (docs/architecture.md, "Forms"), with what a page needs of it. */
export interface FormComponent {
  type: string;
  id?: string;
  key?: string;
  /** Of a group or a dynamic list: where the values of its components stand. */
  path?: string;
  label?: string;
  dateLabel?: string;
  timeLabel?: string;
  description?: string;
  text?: string;
  content?: string;
  subtype?: string;
  defaultValue?: unknown;
  defaultRepetitions?: number;
  allowAddRemove?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  multiple?: boolean;
  accept?: string;
  decimalDigits?: number;
  serializeToString?: boolean;
  values?: readonly FormOption[];
  valuesKey?: string;
  valuesExpression?: string;
  conditional?: { hide?: string };
  validate?: {
    required?: boolean;
    minLength?: number;
    maxLength?: number;
    min?: number;
    max?: number;
    pattern?: string;
    validationType?: string;
  };
  components?: readonly FormComponent[];
}

/** Values of a form by the keys of its components. */
export type Values = Record<string, unknown>;

/** Lists by their `valuesKey`. */
export type Lists = Readonly<Record<string, readonly FormOption[]>>;

const inputs = new Set([
  ...['textfield', 'textarea', 'number', 'radio', 'checkbox', 'checklist', 'select', 'taglist'],
  ...['datetime', 'filepicker', 'dynamiclist', 'group'],
]);
const shown = new Set(['text', 'html', 'separator', 'spacer']);

/** Whether the component holds a value. */
export const isInput = ({ type }: FormComponent): boolean => inputs.has(type);

/** Whether this renderer can show the component at all. */
export const isKnown = ({ type }: FormComponent): boolean => inputs.has(type) || shown.has(type);

/** Where the component's value stands; undefined for one that only shows something or frames others. */
export const keyOf = ({ key, path }: FormComponent): string | undefined => {
  const where = key ?? path;

  return where === '' ? undefined : where;
};

export const labelOf = (component: FormComponent): string =>
  component.label ?? component.dateLabel ?? component.timeLabel ?? keyOf(component) ?? component.type;

export const componentsOf = (schema: Record<string, unknown>): readonly FormComponent[] =>
  Array.isArray(schema['components']) ? (schema['components'] as FormComponent[]) : [];

/** All inputs that stand side by side: a group without a path only frames its components, and hides them with itself. */
export const inputsOf = (components: readonly FormComponent[], hide?: string): FormComponent[] =>
  components.flatMap((component) => {
    const own = bothHide(hide, component.conditional?.hide);
    if (component.type === 'group' && keyOf(component) === undefined) return inputsOf(component.components ?? [], own);
    if (!isInput(component) || keyOf(component) === undefined) return [];

    return [own === undefined ? component : { ...component, conditional: { hide: own } }];
  });

function bothHide(outer: string | undefined, inner: string | undefined): string | undefined {
  if (outer === undefined || inner === undefined) return outer ?? inner;

  return `=(${outer.slice(1)}) or (${inner.slice(1)})`;
}
