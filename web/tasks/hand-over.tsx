import { App, Form, Input, Modal, Select } from 'antd';
import type { TaskSummary } from '../../api/contract/task.js';
import { sentenceOf } from '../api/problem.js';
import { useAct, useAnswer } from '../api/use-answer.js';

interface Wanted {
  to: string;
  reason?: string;
}

/** Gives a task to a colleague of the same post, with a word why. */
export function HandOver({ task, close }: { task: TaskSummary; close: () => void }) {
  const { taskKey } = task;
  const { message } = App.useApp();
  const [form] = Form.useForm<Wanted>();
  const colleagues = useAnswer('listColleagues', { params: { taskKey } });
  const { mutate, isPending } = useAct('handOverTask', ['readTask', 'listTasks', 'countTasks']);
  const handOver = ({ to, reason }: Wanted) =>
    mutate(
      { params: { taskKey }, body: { to, ...(reason === undefined || reason.trim() === '' ? {} : { reason }) } },
      {
        onSuccess: () => {
          void message.success('已转交');
          close();
        },
        onError: (error) => void message.error(sentenceOf(error)),
      },
    );

  return (
    <Modal
      open
      title={`转交“${task.name}”`}
      okText="转交"
      cancelText="取消"
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" onFinish={handOver} requiredMark={false}>
        <Form.Item name="to" label="转交给" rules={[{ required: true, message: '请选择同事' }]}>
          <Select
            loading={colleagues.isPending}
            notFoundContent="同一岗位没有其他同事"
            options={(colleagues.data ?? []).map(({ userId, name }) => ({ value: userId, label: name }))}
          />
        </Form.Item>
        <Form.Item name="reason" label="说明（可不填）">
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
