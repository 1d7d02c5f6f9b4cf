import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { TaskSummary } from '../../api/contract/task.js';

const BulkDialog = lazy(() => import('./bulk-dialog.js').then(({ BulkDialog: Component }) => ({ default: Component })));

/** What may be done with the selected tasks together. */
export function BulkBar({
  tasks,
  pickAlike,
  clear,
}: {
  tasks: TaskSummary[];
  pickAlike: () => void;
  clear: () => void;
}) {
  const [open, setOpen] = useState(false);
  const [first] = tasks;
  const alike =
    first?.formId != null && tasks.every(({ formId, name }) => formId === first.formId && name === first.name);

  return (
    <div className="bulk-bar" role="region" aria-label="批量办理">
      <span aria-live="polite">已选 {tasks.length} 个任务</span>
      <Button type="primary" disabled={!alike} onClick={() => setOpen(true)}>
        {alike ? `批量${first.name}` : '请只选同一种任务'}
      </Button>
      <Button onClick={pickAlike}>选中本页全部“{first?.name}”</Button>
      <Button onClick={clear}>取消选择</Button>
      {open ? (
        <Suspense>
          <BulkDialog tasks={tasks} close={() => setOpen(false)} done={clear} />
        </Suspense>
      ) : null}
    </div>
  );
}
