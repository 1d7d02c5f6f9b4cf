import { faultOf } from './fault.js';
import { optionsOf } from '../../forms/options.js';
import { inputsOf, keyOf, labelOf, type FormComponent, type Values } from '../../forms/schema.js';
import { valueFault } from '../../forms/value-fault.js';
import { listsBy, type Lists } from './lists.js';
import { isEmpty, isHidden, scopeOf, visibleValues } from '../../forms/conditions.js';

/** What a form begins with: a draft before the task's variables, these before the form's own defaults. */
export function initialValues(
  components: readonly FormComponent[],
  { variables, draft, lists }: { variables: Values; draft?: Values | null; lists: Lists },
): Values {
  const found = inputsOf(components).map((component) => {
    const key = keyOf(component) ?? '';
    const given = draft?.[key] ?? fitting(component, variables, lists) ?? component.defaultValue ?? empty(component);

    return [key, given] as const;
  });

  return Object.fromEntries(found.filter(([, value]) => value !== undefined && value !== null));
}

/** A variable of the same name that this field can hold; what another form meant by it is left out. */
function fitting(component: FormComponent, variables: Values, lists: Lists): unknown {
  const value = variables[keyOf(component) ?? ''];
  if (isEmpty(value) || component.type === 'filepicker' || component.type === 'dynamiclist') return undefined;

  return faultOf(component, value, optionsOf(component, listsBy(lists), variables)) === undefined ? value : undefined;
}

/** As many empty entries as the list begins with. */
const empty = ({ type, defaultRepetitions = 0 }: FormComponent): unknown =>
  type === 'dynamiclist' ? Array.from({ length: defaultRepetitions }, () => ({})) : undefined;

/** What is handed in: what is filled in and not hidden, entries of lists likewise. */
export function toSend(components: readonly FormComponent[], values: Values, context: Values): Values {
  const visible = visibleValues(components, context, values);
  const scope = scopeOf(components, context, values);
  const byKey = new Map(inputsOf(components).map((component) => [keyOf(component), component]));

  return Object.fromEntries(
    Object.entries(visible).map(([key, value]) => {
      const inner = byKey.get(key)?.components;
      if (inner === undefined) return [key, value];

      return [
        key,
        Array.isArray(value) ? value.map((entry) => sendEntry(inner, entry, scope)) : sendEntry(inner, value, scope),
      ];
    }),
  );
}

const sendEntry = (components: readonly FormComponent[], entry: unknown, scope: Values): Values =>
  toSend(components, (entry ?? {}) as Values, scope);

/** What was filled in for fields that this form no longer has: shown, so that nothing is lost with a new version. */
export function leftOver(components: readonly FormComponent[], values: Values): Values {
  const known = new Set(inputsOf(components).map(keyOf));

  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !known.has(key) && !isEmpty(value)));
}

/** Before the key of a value that its field of the new version cannot hold. */
const UNFIT = 'before/';

/** What was filled into another version of the form: a value that its field no longer takes, e.g. a choice that is gone, is left over. */
export function carriedOver(components: readonly FormComponent[], values: Values, lists: Lists): Values {
  const byKey = new Map(inputsOf(components).map((component) => [keyOf(component), component]));

  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const component = byKey.get(key);

      return component === undefined || holds(component, value, lists, values)
        ? [key, value]
        : [`${UNFIT}${key}`, value];
    }),
  );
}

/** Half a text is a text all the same: only what a field cannot show does not fit. */
function holds(component: FormComponent, value: unknown, lists: Lists, values: Values): boolean {
  if (isEmpty(value)) return true;
  if (component.type === 'textfield' || component.type === 'textarea') return typeof value === 'string';
  if (component.type === 'group') return typeof value === 'object';
  if (component.type === 'dynamiclist') return Array.isArray(value);

  return valueFault(component, value, optionsOf(component, listsBy(lists), values)) === undefined;
}

/** What is left over, a line each, in the words of the form that it was filled into. */
export function leftOverLines(before: readonly FormComponent[], left: Values, lists: Lists): string[] {
  const byKey = new Map(inputsOf(before).map((component) => [keyOf(component), component]));

  return Object.entries(left).map(([key, value]) => {
    const component = byKey.get(key.startsWith(UNFIT) ? key.slice(UNFIT.length) : key);

    return component === undefined ? wordOf(value, []) : lineOf(component, value, lists, left);
  });
}

/** What was filled in, in words, for the clipboard. */
export function asText(components: readonly FormComponent[], values: Values, lists: Lists): string {
  const scope = scopeOf(components, {}, values);
  const lines = inputsOf(components)
    .filter((component) => !isHidden(component, scope) && !isEmpty(values[keyOf(component) ?? '']))
    .map((component) => lineOf(component, values[keyOf(component) ?? ''], lists, scope));

  return lines.join('\n');
}

function lineOf(component: FormComponent, value: unknown, lists: Lists, scope: Values): string {
  const options = optionsOf(component, listsBy(lists), scope) ?? [];
  const words = [value].flat().map((one) => wordOf(one, options));

  return `${labelOf(component)}：${words.join('、')}`;
}

function wordOf(value: unknown, options: readonly { label: string; value: string }[]): string {
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((inner) => wordOf(inner, options))
      .join('，');

  return options.find((option) => option.value === value)?.label ?? String(value);
}
