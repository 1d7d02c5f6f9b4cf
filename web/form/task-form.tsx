import { Alert, Button, Flex, Form } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { FieldError } from '../../api/contract/problem.js';
import type { TaskDetail } from '../../api/contract/task.js';
import { Fields } from './fields.js';
import './form.css';
import { placed } from './pointer.js';
import { componentsOf, inputsOf, keyOf, type Values } from '../../forms/schema.js';
import { initialValues, leftOver, toSend } from './values.js';

export interface TaskFormProps {
  task: TaskDetail;
  /** What was typed before, before the task's own draft. */
  draft?: Values | null;
  /** Told of everything that is typed, with what is hidden. */
  onChange?: (values: Values) => void;
  /** Given what is to be handed in, checked. */
  onSubmit: (data: Values) => void;
  disabled?: boolean;
  busy?: boolean;
  submitText?: string;
  /** What the server refused; shown at its fields. */
  faults?: readonly FieldError[];
  /** Buttons beside the one that submits. */
  acts?: ReactNode;
}

/** The form of a task as it was deployed with the task's own version, in the page's own components. */
export function TaskForm({
  task,
  draft = task.draft,
  disabled = false,
  busy = false,
  faults = [],
  ...props
}: TaskFormProps) {
  const [form] = Form.useForm<Values>();
  const components = useMemo(() => componentsOf(task.form?.schema ?? {}), [task.form]);
  const [values, setValues] = useState<Values>(() =>
    // What an older version of the form asked for stays, so that it can be copied.
    ({ ...draft, ...initialValues(components, { variables: task.data, draft, lists: task.options }) }),
  );
  const keys = useMemo(() => new Set(inputsOf(components).map((one) => keyOf(one) ?? '')), [components]);
  const { fields, others } = useMemo(() => placed(faults, keys), [faults, keys]);
  useEffect(() => {
    if (fields.length === 0) return;
    form.setFields(fields);
    form.scrollToField(fields[0]?.name ?? [], { block: 'center' });
  }, [fields, form]);
  const changed = () => {
    const all = form.getFieldsValue(true) as Values;
    setValues(all);
    props.onChange?.(all);
  };

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={values}
      onValuesChange={changed}
      onFinish={() => props.onSubmit(toSend(components, form.getFieldsValue(true) as Values, task.data))}
      scrollToFirstError={{ block: 'center', focus: true }}
      className="task-form"
      aria-label={task.name}
    >
      <Fields
        components={components}
        context={task.data}
        values={values}
        lists={task.options}
        disabled={disabled}
        at={[]}
      />
      <LeftOver values={leftOver(components, values)} />
      {others.length === 0 ? null : (
        <Alert type="error" showIcon title={others.join(' ')} style={{ marginBottom: 16 }} />
      )}
      <Flex gap={12} wrap>
        <Button type="primary" htmlType="submit" loading={busy} disabled={disabled} size="large">
          {props.submitText ?? '提交'}
        </Button>
        {props.acts}
      </Flex>
    </Form>
  );
}

/** Nothing is lost when a new version of the form lacks a field that was filled in. */
function LeftOver({ values }: { values: Values }) {
  const texts = Object.values(values).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  if (texts.length === 0) return null;

  return (
    <Alert
      type="info"
      showIcon
      title="这些内容是按旧表单填写的，新表单里没有对应的栏目，不会提交："
      description={texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      style={{ marginBottom: 16 }}
    />
  );
}
