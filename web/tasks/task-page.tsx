import { Card, Flex } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { TaskDetail } from '../../api/contract/task.js';
import { useAnswer } from '../api/use-answer.js';
import { useMe } from '../app/me.js';
import { CasePanel } from '../case/case-panel.js';
import { isIndependent } from '../case/independent.js';
import '../ui/columns.css';
import { Lamp } from '../ui/lamp.js';
import { Due } from '../ui/moment.js';
import { Page } from '../ui/page.js';
import { Failed, Loading } from '../ui/states.js';
import { TaskActs } from './task-acts.js';
import { TaskDone } from './task-done.js';
import { WorkArea } from './work-area.js';

/** One task: its form, and beside it the case that it is about. */
export function TaskPage() {
  const { taskKey = '' } = useParams();

  return <OneTask key={taskKey} taskKey={taskKey} />;
}

function OneTask({ taskKey }: { taskKey: string }) {
  const { data, error, refetch } = useAnswer('readTask', { params: { taskKey } }, { refetchInterval: 30_000 });
  const [done, setDone] = useState(false);
  const me = useMe();
  if (error !== null && data === undefined)
    return (
      <Page title="任务">
        <Failed error={error} retry={() => void refetch()} />
      </Page>
    );
  if (data === undefined || me === undefined || me === null) return <Loading what="任务" />;
  const { caseNumber, caseTitle, lamp, dueAt } = data;

  return (
    <Page title={data.name} acts={done ? null : <TaskActs task={data} me={me} />}>
      <Flex gap={16} wrap style={{ marginBottom: 12 }}>
        {caseNumber === null ? null : (
          <span>
            {caseNumber} {caseTitle}
          </span>
        )}
        <Lamp lamp={lamp} />
        <Due at={dueAt} over={data.state !== 'created'} />
        <Holder task={data} />
      </Flex>
      <div className="columns">
        <Card>
          {done ? (
            <TaskDone taskKey={taskKey} name={data.name} />
          ) : (
            <WorkArea task={data} userId={me.userId} onDone={() => setDone(true)} />
          )}
        </Card>
        {caseNumber === null ? null : <CasePanel caseNumber={caseNumber} blind={!done && isIndependent(data.formId)} />}
      </div>
    </Page>
  );
}

function Holder({ task }: { task: TaskDetail }) {
  if (task.state !== 'created') return null;
  if (task.mine) return <span className="quiet">由您办理</span>;
  if (task.claimed) return <span className="quiet">已由同事领取，您只能查看</span>;

  return <span className="quiet">{task.forMe ? '尚未领取，提交时自动领取' : '不在您的岗位职责内，只能查看'}</span>;
}
