/** One choice: what is shown and what is sent. */
export interface FormOption {
  label: string;
  value: string;
}

/** A component of a `.form` file (docs/architecture.md, "Forms"): the properties of form-js that pages show and the server checks. */
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
  /** A list that depends on the locality. */
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

/** What a `.form` file holds. */
export interface FormSchema {
  components?: readonly FormComponent[];
}

/** Values of a form by the keys of its components. */
export type Values = Record<string, unknown>;

/** Free text stays in the database; everything else is a decision that the procedure may go on with. */
const texts = new Set(['textfield', 'textarea', 'filepicker']);

const inputs = new Set([
  ...texts,
  ...['select', 'radio', 'checkbox', 'checklist', 'taglist', 'number', 'datetime', 'dynamiclist', 'group'],
]);

const shown = new Set(['text', 'html', 'separator', 'spacer']);

/** Whether the component holds a value. */
export const isInput = ({ type }: FormComponent): boolean => inputs.has(type);

export const isText = ({ type }: FormComponent): boolean => texts.has(type);

/** Whether a page can show the component at all. */
export const isKnown = (component: FormComponent): boolean => isInput(component) || shown.has(component.type);

/** Where the component's value stands; undefined for one that only shows something or frames others. */
export const keyOf = ({ key, path }: FormComponent): string | undefined => {
  const where = key ?? path;

  return where === '' ? undefined : where;
};

/** What a person calls it. */
export const labelOf = (component: FormComponent): string => {
  const label = component.label ?? component.dateLabel ?? component.timeLabel;

  return label === undefined || label.startsWith('=') ? (keyOf(component) ?? component.type) : label;
};

/** The components of a deployed form, whose schema is known only as JSON. */
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
