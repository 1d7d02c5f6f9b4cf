import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import type { TaskDetail } from '../../api/contract/task.js';
import type { Me } from '../../api/contract/session.js';
import { sentenceOf } from '../api/problem.js';
import { useAct } from '../api/use-answer.js';
import { hasRole } from '../app/me.js';
import { HandOver } from './hand-over.js';

/** Takes the task, puts it back, or gives it to a colleague. */
export function TaskActs({ task, me }: { task: TaskDetail; me: Me }) {
  const { message } = App.useApp();
  const [handing, setHanding] = useState(false);
  const stale = ['readTask', 'listTasks'] as const;
  const claim = useAct('claimTask', stale);
  const release = useAct('releaseTask', stale);
  const asked = { params: { taskKey: task.taskKey } };
  const onError = (error: Error) => void message.error(sentenceOf(error));
  const mayHandOver = task.mine || (task.claimed && hasRole(me, ['deputy', 'supervisor']));
  if (task.state !== 'created') return null;

  return (
    <Flex gap={8} wrap>
      {task.forMe && !task.claimed ? (
        <Button loading={claim.isPending} onClick={() => claim.mutate(asked, { onError })}>
          领取
        </Button>
      ) : null}
      {task.mine ? (
        <Button loading={release.isPending} onClick={() => release.mutate(asked, { onError })}>
          放回
        </Button>
      ) : null}
      {mayHandOver ? <Button onClick={() => setHanding(true)}>转交</Button> : null}
      {handing ? <HandOver task={task} close={() => setHanding(false)} /> : null}
    </Flex>
  );
}
