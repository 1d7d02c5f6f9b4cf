import { useQueryClient } from '@tanstack/react-query';
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
  const { hand, fault, busy } = useHandIn(taskKey, task?.mine === true);
  const { message } = App.useApp();
  const submit = async (data: Record<string, unknown>): Promise<void> => {
    await hand(data);
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
      ) : task.ended !== null ? (
        <Alert type="info" showIcon title={task.ended} />
      ) : (
        <TaskForm
          task={task}
          busy={busy}
          submitText="登记"
          faults={fault instanceof ProblemError ? fault.fields : []}
          onSubmit={(data) => void submit(data).catch(() => undefined)}
        />
      )}
    </Drawer>
  );
}

/** Claims where that is still to be done, and completes. Whoever was too late sees in the list how it stands now. */
function useHandIn(taskKey: string, mine: boolean) {
  const client = useQueryClient();
  const claim = useAct('claimTask');
  const complete = useAct('completeTask', ['listSupervision', 'readBoard', 'listTasks']);
  const asked = { params: { taskKey } };

  return {
    fault: claim.error ?? complete.error,
    busy: claim.isPending || complete.isPending,
    hand: async (data: Record<string, unknown>): Promise<void> => {
      try {
        if (!mine && !claim.isSuccess) await claim.mutateAsync(asked);
        await complete.mutateAsync({ ...asked, body: { data } });
      } catch (error) {
        void client.invalidateQueries({ queryKey: ['listSupervision'] });
        throw error;
      }
    },
  };
}
