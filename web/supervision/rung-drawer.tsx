import { Alert, App, Drawer } from 'antd';
import { ProblemError, sentenceOf } from '../api/problem.js';
import { useAct, useAnswer } from '../api/use-answer.js';
import { TaskForm } from '../form/task-form.js';
import { Failed, Loading } from '../ui/states.js';

interface Parts {
  taskKey: string;
  unitName: string;
  onClose: () => void;
}

/** One act of supervision with its record: claimed and completed in one go, nothing typed is lost when that fails. */
export function RungDrawer({ taskKey, unitName, onClose }: Parts) {
  const { data: task, error, refetch } = useAnswer('readTask', { params: { taskKey } }, { staleTime: Infinity });
  const claim = useAct('claimTask');
  const complete = useAct('completeTask', ['listSupervision', 'readBoard', 'listTasks']);
  const { message } = App.useApp();
  const fault = claim.error ?? complete.error;
  const submit = async (data: Record<string, unknown>): Promise<void> => {
    const asked = { params: { taskKey } };
    if (task?.mine !== true && !claim.isSuccess) await claim.mutateAsync(asked);
    await complete.mutateAsync({ ...asked, body: { data } });
    void message.success('督办已登记');
    onClose();
  };

  return (
    <Drawer open size="large" title={`${task?.name ?? '督办'}：${unitName}`} onClose={onClose} destroyOnHidden>
      {fault === null ? null : <Alert type="error" showIcon title={sentenceOf(fault)} style={{ marginBottom: 16 }} />}
      {task === undefined ? (
        error === null ? (
          <Loading what="表单" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <TaskForm
          task={task}
          busy={claim.isPending || complete.isPending}
          submitText="登记"
          faults={fault instanceof ProblemError ? fault.fields : []}
          onSubmit={(data) => void submit(data).catch(() => undefined)}
        />
      )}
    </Drawer>
  );
}
