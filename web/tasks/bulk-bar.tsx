import { Button } from 'antd';
import type { TaskSummary } from '../../api/contract/task.js';

interface Parts {
  tasks: TaskSummary[];
  start: () => void;
  pickAlike: () => void;
  clear: () => void;
}

/** What may be done with the selected tasks together. */
export function BulkBar({ tasks, start, pickAlike, clear }: Parts) {
  const [first] = tasks;
  const alike =
    first?.formId != null && tasks.every(({ formId, name }) => formId === first.formId && name === first.name);

  return (
    <div className="bulk-bar" role="region" aria-label="批量办理">
      <span aria-live="polite">已选 {tasks.length} 个任务</span>
      <Button type="primary" disabled={!alike} onClick={start}>
        {alike ? `批量${first.name}` : '请只选同一种任务'}
      </Button>
      <Button onClick={pickAlike}>选中本页全部“{first?.name}”</Button>
      <Button onClick={clear}>取消选择</Button>
    </div>
  );
}
