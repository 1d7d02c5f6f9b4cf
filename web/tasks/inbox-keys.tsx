import { Modal } from 'antd';

const keys = [
  ['j 或 ↓', '下一个任务'],
  ['k 或 ↑', '上一个任务'],
  ['Enter', '打开任务'],
  ['x', '选择，或取消选择'],
  ['c', '领取'],
  ['?', '显示本说明'],
] as const;

/** Which keys do what. */
export function InboxKeys({ open, close }: { open: boolean; close: () => void }) {
  return (
    <Modal open={open} title="快捷键" onCancel={close} footer={null}>
      <dl className="facts">
        {keys.map(([key, act]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{act}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
