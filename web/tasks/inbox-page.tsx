import { keepPreviousData } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { TaskSummary } from '../../api/contract/task.js';
import { useAnswer } from '../api/use-answer.js';
import { useMe } from '../app/me.js';
import { useNames } from '../api/use-names.js';
import { ListPages } from '../ui/list-pages.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import { BulkBar } from './bulk-bar.js';
import { InboxFilters } from './inbox-filters.js';
import { pageSize, queryOf, useInboxFilter } from './inbox-filter.js';
import { InboxKeys } from './inbox-keys.js';
import { InboxRow } from './inbox-row.js';
import { useClaim } from './use-claim.js';
import { useInboxKeys } from './use-inbox-keys.js';
import { useTaskEvents } from './use-task-events.js';
import './inbox.css';

const BulkDialog = lazy(() => import('./bulk-dialog.js').then(({ BulkDialog: Component }) => ({ default: Component })));

const often = { refetchInterval: 15_000, placeholderData: keepPreviousData } as const;

/** 待办: what waits for me and my unit, soonest due first; it refreshes itself and keeps what is selected. */
export function InboxPage() {
  const [filter, change] = useInboxFilter();
  useTaskEvents();
  const { data, error, refetch } = useAnswer('listTasks', { query: queryOf(filter) }, often);
  const counts = useAnswer('countTasks', { query: { whose: filter.whose } }, often).data;
  const names = useNames(useMe()?.locality);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Kept apart from the list: done tasks leave it, and what came of them must stay in sight.
  const [bulk, setBulk] = useState<TaskSummary[]>();
  const [help, setHelp] = useState(false);
  const claim = useClaim();
  const tasks = data?.items ?? [];
  const selected = tasks.filter(({ taskKey }) => chosen.has(taskKey));
  const toggle = (taskKey: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(taskKey)) next.add(taskKey);

      return next;
    });
  useInboxKeys({ toggle, claim: (taskKey) => claim(tasks, taskKey), help: () => setHelp(true) });

  return (
    <Page title="待办" acts={<Button onClick={() => setHelp(true)}>快捷键 ?</Button>}>
      <InboxFilters filter={filter} change={change} counts={counts} />
      {data === undefined ? (
        error === null ? (
          <Loading what="待办" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <>
          {error === null ? null : <p role="alert">暂时刷新不了，显示的是刚才的内容。</p>}
          {tasks.length === 0 ? <Nothing>没有符合条件的任务。</Nothing> : null}
          <ul className="inbox" aria-label="任务">
            {tasks.map((task) => (
              <InboxRow
                key={task.taskKey}
                task={task}
                names={names}
                chosen={chosen.has(task.taskKey)}
                toggle={toggle}
                claim={() => claim(tasks, task.taskKey)}
              />
            ))}
          </ul>
          <ListPages
            page={filter.page}
            size={pageSize}
            total={data.total}
            go={(page) => change({ page: String(page) })}
          />
        </>
      )}
      {selected.length === 0 ? null : (
        <BulkBar
          tasks={selected}
          start={() => setBulk(selected)}
          pickAlike={() =>
            setChosen(
              new Set(tasks.filter(({ formId }) => formId === selected[0]?.formId).map(({ taskKey }) => taskKey)),
            )
          }
          clear={() => setChosen(new Set())}
        />
      )}
      {bulk === undefined ? null : (
        <Suspense>
          <BulkDialog tasks={bulk} close={() => setBulk(undefined)} done={() => setChosen(new Set())} />
        </Suspense>
      )}
      <InboxKeys open={help} close={() => setHelp(false)} />
    </Page>
  );
}
