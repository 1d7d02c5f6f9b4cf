import { App } from 'antd';
import type { TaskSummary } from '../../api/contract/task.js';
import { sentenceOf } from '../api/problem.js';
import { useAct } from '../api/use-answer.js';
import { useQueryClient } from '@tanstack/react-query';

/** Claims a task of a list and says how it went; whoever was too late sees at once how the task stands. */
export function useClaim(): (tasks: readonly TaskSummary[], taskKey: string) => void {
  const { message } = App.useApp();
  const client = useQueryClient();
  const { mutate } = useAct('claimTask', ['listTasks', 'countTasks']);

  return (tasks, taskKey) => {
    const task = tasks.find((each) => each.taskKey === taskKey);
    if (task === undefined || task.mine) return;
    mutate(
      { params: { taskKey } },
      {
        onSuccess: () => void message.success(`已领取：${task.name}`),
        onError: (error) => {
          void message.error(sentenceOf(error));
          void client.invalidateQueries({ queryKey: ['listTasks'] });
        },
      },
    );
  };
}
