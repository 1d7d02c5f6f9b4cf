import { Card, Flex } from 'antd';
import { Link } from 'react-router';
import type { TaskSummary } from '../../api/contract/task.js';
import { useAnswer } from '../api/use-answer.js';
import { Lamp } from '../ui/lamp.js';
import { Due } from '../ui/moment.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import './lead.css';
import { LateCases } from './late-cases.js';

/** 领办: what waits for the leader's word and signature, and what is late below them. Made for a phone. */
export function LeadPage() {
  const query = { whose: 'unit', sort: 'dueAt', limit: 50 } as const;
  const { data, error, refetch } = useAnswer('listTasks', { query }, { refetchInterval: 30_000 });

  return (
    <Page title="领办" narrow>
      <Flex vertical gap={16}>
        <section aria-label="待我批示和签字">
          <h2>待我批示和签字{data === undefined ? '' : `（${data.total}）`}</h2>
          {error !== null && data === undefined ? <Failed error={error} retry={() => void refetch()} /> : null}
          {data === undefined && error === null ? <Loading what="待办" /> : null}
          {data?.items.length === 0 ? <Nothing>没有等您批示或签字的诉求件。</Nothing> : null}
          {data?.items.map((task) => (
            <LeadCard key={task.taskKey} task={task} />
          ))}
        </section>
        <LateCases />
      </Flex>
    </Page>
  );
}

function LeadCard({ task }: { task: TaskSummary }) {
  return (
    <Link to={`/lead/${task.taskKey}`} className="lead-card">
      <Card size="small">
        <strong>{task.name}</strong>
        <div>{task.caseTitle}</div>
        <div className="quiet">
          {task.caseNumber} <Due at={task.dueAt} /> <Lamp lamp={task.lamp} />
        </div>
      </Card>
    </Link>
  );
}
