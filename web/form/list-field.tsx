import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Form } from 'antd';
import { Fields, type FieldsProps } from './fields.js';
import { keyOf, labelOf, type FormComponent, type Values } from '../../forms/schema.js';

interface Props extends FieldsProps {
  component: FormComponent;
  scope: Values;
}

/** A list whose entries each have the same fields (动态列表). */
export function ListField({ component, scope, at, within = at, values, lists, disabled }: Props) {
  const key = keyOf(component) ?? '';
  const entries = (values[key] ?? []) as Values[];
  const mayChange = !disabled && component.allowAddRemove !== false;

  return (
    <fieldset className="form-group">
      <legend>{labelOf(component)}</legend>
      <Form.List name={[...within, key]}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              <Card
                key={field.key}
                size="small"
                title={`第 ${index + 1} 项`}
                style={{ marginBottom: 12 }}
                extra={
                  mayChange ? (
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={`删除第 ${index + 1} 项`}
                      onClick={() => remove(field.name)}
                    />
                  ) : null
                }
              >
                <Fields
                  components={component.components ?? []}
                  context={scope}
                  values={entries[index] ?? {}}
                  lists={lists}
                  disabled={disabled}
                  at={[...at, key, field.name]}
                  within={[field.name]}
                />
              </Card>
            ))}
            {mayChange ? (
              <Button icon={<PlusOutlined />} onClick={() => add({})}>
                添加一项
              </Button>
            ) : null}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
