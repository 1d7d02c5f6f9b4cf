/** One choice of a list: what is shown and what is sent. */
export interface FormOption {
  label: string;
  value: string;
}

/** A component of a form-js schema, with the properties that a check needs. */
export interface FormComponent {
  type: string;
  key?: string;
  /** Of a group or a dynamic list: where the values of its components stand. */
  path?: string;
  label?: string;
  dateLabel?: string;
  subtype?: string;
  decimalDigits?: number;
  serializeToString?: boolean;
  multiple?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  values?: readonly FormOption[];
  /** A list that depends on the locality (docs/architecture.md, "Forms"). */
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

/** A form-js schema. */
export interface FormSchema {
  components?: readonly FormComponent[];
}

/** Free text stays in the database; everything else is a decision that the procedure may go on with. */
const TEXTS = new Set(['textfield', 'textarea', 'filepicker']);

const INPUTS = new Set([
  ...TEXTS,
  ...['select', 'radio', 'checkbox', 'checklist', 'taglist', 'number', 'datetime', 'dynamiclist', 'group'],
]);

export function isInput({ type }: FormComponent): boolean {
  return INPUTS.has(type);
}

export function isText({ type }: FormComponent): boolean {
  return TEXTS.has(type);
}

/** Where the component's value stands. */
export function keyOf({ key, path }: FormComponent): string | undefined {
  return key ?? path;
}

/** What a person calls it. */
export function labelOf(component: FormComponent): string {
  const label = component.label ?? component.dateLabel;

  return label === undefined || label.startsWith('=') ? (keyOf(component) ?? component.type) : label;
}
