import { Alert, Divider, Form } from 'antd';
import type { NamePath } from './pointer.js';
import { Control } from './control.js';
import { faultOf } from './fault.js';
import { uploadsOver } from '../files/in-flight.js';
import { ListField } from './list-field.js';
import { optionsOf } from '../../forms/options.js';
import { isKnown, keyOf, labelOf, type FormComponent, type Values } from '../../forms/schema.js';
import { listsBy, type Lists } from './lists.js';
import { TextBlock } from './text-block.js';
import { isHidden, scopeOf } from '../../forms/conditions.js';

export interface FieldsProps {
  components: readonly FormComponent[];
  /** What conditions see from around these components. */
  context: Values;
  /** Values that stand side by side with these components. */
  values: Values;
  lists: Lists;
  disabled: boolean;
  /** Where the values stand in the form. */
  at: NamePath;
  /** Where they stand within the nearest list: antd names fields of a list from there. */
  within?: NamePath;
}

/** Components that stand side by side; those whose condition hides them are not there. */
export function Fields(props: FieldsProps) {
  const scope = scopeOf(props.components, props.context, props.values);

  return props.components
    .filter((component) => !isHidden(component, scope))
    .map((component, index) => (
      <Field {...props} key={component.id ?? keyOf(component) ?? index} component={component} scope={scope} />
    ));
}

interface FieldProps extends FieldsProps {
  component: FormComponent;
  scope: Values;
}

function Field({ component, scope, ...around }: FieldProps) {
  const key = keyOf(component);
  if (!isKnown(component)) return <Unknown component={component} />;
  switch (component.type) {
    case 'text':
    case 'html':
      return <TextBlock component={component} scope={scope} />;
    case 'separator':
      return <Divider />;
    case 'spacer':
      return <div style={{ height: 16 }} />;
    case 'group':
      return <Group {...around} component={component} scope={scope} />;
    case 'dynamiclist':
      return <ListField {...around} component={component} scope={scope} />;
    default:
      return key === undefined ? (
        <Unknown component={component} />
      ) : (
        <Item {...around} component={component} scope={scope} />
      );
  }
}

/** A group with a path has values of its own; one without only frames its components. */
function Group({ component, scope, ...around }: FieldProps) {
  const key = keyOf(component);
  const inner =
    key === undefined
      ? around
      : {
          ...around,
          context: scope,
          values: (around.values[key] ?? {}) as Values,
          at: [...around.at, key],
          within: [...(around.within ?? around.at), key],
        };

  return (
    <fieldset className="form-group">
      {component.label === undefined ? null : <legend>{component.label}</legend>}
      <Fields {...inner} components={component.components ?? []} />
    </fieldset>
  );
}

/** When a field is checked before it is handed in. A file that arrives must not break off a check that waits for it. */
const triggers: Readonly<Record<string, string | string[]>> = {
  textarea: 'onBlur',
  textfield: 'onBlur',
  filepicker: [],
};

function Item({ component, scope, lists, disabled, at, within = at }: FieldProps) {
  const options = optionsOf(component, listsBy(lists), scope);
  const required = component.validate?.required === true;
  const form = Form.useFormInstance();
  const check = async () => {
    if (component.type === 'filepicker') await uploadsOver();
    const fault = faultOf(component, form.getFieldValue([...at, keyOf(component)]), options);
    if (fault !== undefined) throw new Error(fault);
  };

  return (
    <Form.Item
      name={[...within, keyOf(component) ?? '']}
      label={component.type === 'checkbox' ? null : labelOf(component)}
      extra={component.description}
      required={required}
      rules={[{ validator: check }]}
      validateTrigger={triggers[component.type] ?? 'onChange'}
    >
      <Control component={component} options={options ?? []} disabled={disabled} />
    </Form.Item>
  );
}

function Unknown({ component }: { component: FormComponent }) {
  return (
    <Alert
      type="warning"
      showIcon
      title={`表单中的“${labelOf(component)}”是本页还不会显示的组件（${component.type}），请告诉流程负责人。`}
      style={{ marginBottom: 16 }}
    />
  );
}
