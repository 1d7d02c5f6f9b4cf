import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkForm } from '../../../commands/check-form.js';
import { root } from '../../support/throw-away.js';
import { faultOf } from '../../../web/form/fault.js';
import { optionsOf } from '../../../forms/options.js';
import { componentsOf, inputsOf, isKnown, keyOf, labelOf } from '../../../forms/schema.js';
import type { FormComponent, Values } from '../../../forms/schema.js';
import { listsBy, type Lists } from '../../../web/form/lists.js';
import { initialValues, toSend } from '../../../web/form/values.js';
import { isHidden, scopeOf } from '../../../forms/conditions.js';

const option = { label: '一', value: 'one' };
const lists: Lists = new Proxy({}, { get: () => [option] });
const fileId = '00000000-0000-4000-8000-000000000000';

const forms = readdirSync(join(root, 'bpmn'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.form'))
  .map((path) => ({ path, schema: JSON.parse(readFileSync(join(root, 'bpmn', path), 'utf8')) as Values }));

describe('Every form of the procedures', () => {
  it('is found', () => {
    expect(forms.length).to.be.greaterThan(35);
  });

  for (const { path, schema } of forms) {
    const components = componentsOf(schema);

    it(`${path} has only components that the page can show`, () => {
      const unknown = everyComponent(components).filter((component) => !isKnown(component));
      expect(unknown.map(({ type }) => type)).to.deep.equal([]);
    });

    it(`${path} filled in by the page's rules is taken by the server`, () => {
      for (const choice of [0, 1, 2]) {
        const values = fillIn(components, choice);
        const sent = toSend(components, values, {});
        const { errors } = checkForm(schema, sent, { context: {}, listOf: () => [option] });
        expect(errors, JSON.stringify(sent)).to.deep.equal([]);
      }
    });

    it(`${path} left empty is refused by both in the same fields`, () => {
      const values = initialValues(components, { variables: {}, lists });
      const scope = scopeOf(components, {}, values);
      const here = inputsOf(components)
        .filter((component) => !isHidden(component, scope))
        .filter((one) => faultOf(one, values[keyOf(one)!], optionsOf(one, listsBy(lists), scope)) !== undefined)
        .map((component) => `/data/${keyOf(component)!}`);
      const { errors } = checkForm(schema, toSend(components, values, {}), { context: {}, listOf: () => [option] });

      expect(here).to.have.members(errors.map(({ field }) => field));
    });
  }
});

const everyComponent = (components: readonly FormComponent[]): FormComponent[] =>
  components.flatMap((component) => [component, ...everyComponent(component.components ?? [])]);

/** Fills in field by field what is shown by then, choosing the n-th option of each choice. */
function fillIn(components: readonly FormComponent[], choice: number): Values {
  const values = initialValues(components, { variables: {}, lists });
  for (const component of inputsOf(components)) {
    if (isHidden(component, scopeOf(components, {}, values))) continue;
    values[keyOf(component)!] = valueFor(component, choice);
    const fault = faultOf(component, values[keyOf(component)!], optionsOf(component, listsBy(lists), values));
    expect(fault, labelOf(component)).to.equal(undefined);
  }

  return values;
}

function valueFor(component: FormComponent, choice: number): unknown {
  const options = optionsOf(component, listsBy(lists), {}) ?? [];
  const chosen = options[Math.min(choice, options.length - 1)]?.value;
  switch (component.type) {
    case 'number':
      return component.validate?.min ?? 1;
    case 'checkbox':
      return true;
    case 'select':
    case 'radio':
      return chosen;
    case 'checklist':
    case 'taglist':
      return [chosen];
    case 'datetime':
      return component.subtype === 'date' ? '2026-12-01' : '2026-12-01T09:00:00+08:00';
    case 'filepicker':
      return [fileId];
    case 'dynamiclist':
      return [fillIn(component.components ?? [], choice)];
    default:
      return '情况属实，已经办好，附有照片和说明。';
  }
}
