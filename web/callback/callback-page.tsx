import { Card } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { TaskSummary } from '../../api/contract/task.js';
import { useAnswer } from '../api/use-answer.js';
import { useMe } from '../app/me.js';
import { callbackForms } from '../case/independent.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import '../ui/columns.css';
import './callback.css';
import { CallbackQueue } from './callback-queue.js';
import { CallbackWork } from './callback-work.js';

/** 回访: the queue by due time, one call after the other. */
export function CallbackPage() {
  const query = { whose: 'unit' as const, formId: [...callbackForms], sort: 'dueAt' as const, limit: 50 };
  const { data, error, refetch } = useAnswer('listTasks', { query }, { refetchInterval: 20_000 });
  const me = useMe();
  // It stays the one at hand though somebody else may take it: what is typed stays in sight, with the reason.
  const [current, choose] = useState<string>();
  // The list asked for anew may still hold what was just handed in.
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const queue = (data?.items ?? []).filter((task) => !done.has(task.taskKey) && (task.mine || !task.claimed));
  const first = queue[0]?.taskKey;
  if (current === undefined && first !== undefined) choose(first);
  useNextKey(queue, current, choose);

  return (
    <Page title="回访">
      {error !== null && data === undefined ? <Failed error={error} retry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <Loading what="回访任务" /> : null}
      {data !== undefined && current === undefined ? <Nothing>没有待回访的诉求件。</Nothing> : null}
      {current === undefined || me === undefined || me === null ? null : (
        <div className="columns listed">
          <Card size="small" title={`待回访 ${queue.length} 件`} className="callback-queue">
            <CallbackQueue queue={queue} current={current} choose={choose} />
            <p className="quiet callback-keys">Alt + ↓ 下一件，Alt + ↑ 上一件</p>
          </Card>
          <CallbackWork
            key={current}
            taskKey={current}
            me={me}
            next={done.size > 0}
            onDone={() => {
              setDone((all) => new Set([...all, current]));
              choose(undefined);
            }}
          />
        </div>
      )}
    </Page>
  );
}

/** Alt with an arrow goes along the queue: hands stay on the keyboard while the other one holds the receiver. */
function useNextKey(queue: readonly TaskSummary[], current: string | undefined, go: (taskKey: string) => void) {
  const newest = useRef({ queue, current, go });
  useEffect(() => {
    newest.current = { queue, current, go };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!event.altKey || step === undefined) return;
      event.preventDefault();
      const { queue: tasks, current: now, go: choose } = newest.current;
      const next = tasks[tasks.findIndex(({ taskKey }) => taskKey === now) + step];
      if (next !== undefined) choose(next.taskKey);
    };
    window.addEventListener('keydown', onKey);

    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
