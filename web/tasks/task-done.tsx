import { Button, Result } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useAnswer } from '../api/use-answer.js';

/** It is handed in: what comes next in one's list, a key away. */
export function TaskDone({ taskKey, name }: { taskKey: string; name: string }) {
  const go = useNavigate();
  const next = useNextTask(taskKey);

  return (
    <div role="status">
      <Result
        status="success"
        title={`“${name}”已提交`}
        subTitle={next === undefined ? '您的待办都办完了。' : `下一件：${next.name} ${next.caseTitle ?? ''}`}
        extra={[
          next === undefined ? null : (
            <Button key="next" type="primary" autoFocus onClick={() => void go(`/tasks/${next.taskKey}`)}>
              办下一件
            </Button>
          ),
          <Link key="list" to="/tasks">
            回到待办
          </Link>,
        ]}
      />
    </div>
  );
}

/** The first of those I hold, else of those my post may take; soonest due first. */
function useNextTask(taskKey: string) {
  const first = { sort: 'dueAt', limit: 5 } as const;
  const mine = useAnswer('listTasks', { query: { ...first, whose: 'mine' } }, { staleTime: 0 }).data?.items ?? [];
  const unit = useAnswer('listTasks', { query: { ...first, whose: 'unit' } }, { staleTime: 0 }).data?.items ?? [];

  return [...mine, ...unit.filter(({ claimed }) => !claimed)].find((task) => task.taskKey !== taskKey);
}
