import { Alert, Button, Flex, Form, Input } from 'antd';
import { sentenceOf } from '../api/problem.js';

interface ReasonFormProps {
  label: string;
  placeholder: string;
  send: string;
  most: number;
  danger?: boolean;
  busy: boolean;
  error: Error | null;
  onSend: (reason: string) => void;
  onStop: () => void;
}

/** Why somebody wants something, before it is done. What was typed stays when it is refused. */
export function ReasonForm({
  label,
  placeholder,
  send,
  most,
  danger = false,
  busy,
  error,
  onSend,
  onStop,
}: ReasonFormProps) {
  return (
    <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={({ reason }) => onSend(reason.trim())}>
      <Form.Item
        name="reason"
        label={label}
        rules={[
          { required: true, whitespace: true, message: '请写明原因' },
          { max: most, message: `最多 ${most} 字` },
        ]}
      >
        <Input.TextArea rows={3} placeholder={placeholder} />
      </Form.Item>
      {error === null ? null : <Alert type="error" showIcon title={sentenceOf(error)} style={{ marginBottom: 16 }} />}
      <Flex gap={8}>
        <Button type="primary" danger={danger} htmlType="submit" loading={busy}>
          {send}
        </Button>
        <Button onClick={onStop}>不了</Button>
      </Flex>
    </Form>
  );
}
