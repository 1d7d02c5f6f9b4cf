import { Card } from 'antd';
import { useCallback } from 'react';
import type { Me } from '../../api/contract/session.js';
import { useAnswer } from '../api/use-answer.js';
import { CasePanel } from '../case/case-panel.js';
import { CaseCallbacks } from '../case/case-callbacks.js';
import { isIndependent } from '../case/independent.js';
import { TaskActs } from '../tasks/task-acts.js';
import { WorkArea } from '../tasks/work-area.js';
import { Failed, Loading } from '../ui/states.js';
import { DialCard } from './dial-card.js';

interface Props {
  taskKey: string;
  me: Me;
  /** It came by itself after another one: the keyboard is to go on here. */
  next: boolean;
  onDone: () => void;
}

/** One call: number, what to say and to ask, what was said before, and the case. */
export function CallbackWork({ taskKey, me, next, onDone }: Props) {
  const heading = useCallback((element: HTMLElement | null) => (next ? element?.focus() : undefined), [next]);
  const { data: task, error, refetch } = useAnswer('readTask', { params: { taskKey } }, { refetchInterval: 30_000 });
  if (error !== null && task === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (task === undefined) return <Loading what="回访" />;
  const { caseNumber, caseTitle, name, formId } = task;

  return (
    <>
      <section className="callback-call" aria-label={`${name} ${caseTitle ?? ''}`}>
        <h2 ref={heading} tabIndex={-1}>
          {name}：{caseTitle}
        </h2>
        {caseNumber === null ? null : <DialCard caseNumber={caseNumber} purpose={name} />}
        <Card>
          <WorkArea task={task} userId={me.userId} onDone={onDone} submitText="提交，下一件" />
          <div className="callback-acts">
            <TaskActs task={task} me={me} />
          </div>
        </Card>
        {caseNumber === null || isIndependent(formId) ? null : <Before caseNumber={caseNumber} />}
      </section>
      {caseNumber === null ? null : <CasePanel caseNumber={caseNumber} blind={isIndependent(formId)} />}
    </>
  );
}

/** What was said before, where there is any. */
function Before({ caseNumber }: { caseNumber: string }) {
  const { data } = useAnswer('listCallbacks', { params: { caseNumber } });
  if (data?.length === 0) return null;

  return (
    <Card size="small" title="此前的回访">
      <CaseCallbacks caseNumber={caseNumber} />
    </Card>
  );
}
