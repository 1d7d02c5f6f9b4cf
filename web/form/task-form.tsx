import { Alert, Button, Flex, Form } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { FieldError } from '../../api/contract/problem.js';
import type { TaskDetail } from '../../api/contract/task.js';
import { Fields } from './fields.js';
import './form.css';
import { placed } from './pointer.js';
import { componentsOf, inputsOf, keyOf, type Values } from '../../forms/schema.js';
import { carriedOver, initialValues, leftOver, leftOverLines, toSend } from './values.js';

export interface TaskFormProps {
  task: TaskDetail;
  /** What was typed before, before the task's own draft. */
  draft?: Values | null;
  /** The form that the draft was filled into, where it is another version. */
  before?: Record<string, unknown> | undefined;
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
  before,
  disabled = false,
  busy = false,
  faults = [],
  ...props
}: TaskFormProps) {
  const [form] = Form.useForm<Values>();
  const components = useMemo(() => componentsOf(task.form?.schema ?? {}), [task.form]);
  const [values, setValues] = useState<Values>(() => {
    const kept = before === undefined ? (draft ?? {}) : carriedOver(components, draft ?? {}, task.options);

    // What an older version of the form asked for stays, so that it can be copied.
    return { ...kept, ...initialValues(components, { variables: task.data, draft: kept, lists: task.options }) };
  });
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
      <LeftOver lines={leftOverLines(componentsOf(before ?? {}), leftOver(components, values), task.options)} />
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
function LeftOver({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;

  return (
    <Alert
      type="info"
      showIcon
      title="这些内容是按旧表单填写的，新表单里没有对应的栏目或选项，不会提交："
      description={lines.map((line) => (
        <p key={line} className="left-over">
          {line}
        </p>
      ))}
      style={{ marginBottom: 16 }}
    />
  );
}
