import { Card } from 'antd';
import { Link } from 'react-router';
import { useAnswer } from '../api/use-answer.js';
import { useMe } from '../app/me.js';
import { useNames } from '../api/use-names.js';
import { Lamp } from '../ui/lamp.js';
import { Moment } from '../ui/moment.js';
import { Failed, Loading } from '../ui/states.js';

/** What is late among the cases that the leader answers for. */
export function LateCases() {
  const query = { overdue: true, sort: 'dueAt', limit: 20 } as const;
  const { data, error, refetch } = useAnswer('listCases', { query }, { refetchInterval: 60_000 });
  const names = useNames(useMe()?.locality);

  return (
    <section aria-label="超期的诉求件">
      <h2>超期的诉求件{data === undefined ? '' : `（${data.total}${data.more ? '+' : ''}）`}</h2>
      {error !== null && data === undefined ? <Failed error={error} retry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <Loading what="超期的诉求件" /> : null}
      {data?.items.length === 0 ? <p className="quiet">没有超期的诉求件。</p> : null}
      {data?.items.map((found) => (
        <Link key={found.caseNumber} to={`/cases/${found.caseNumber}`} className="lead-card">
          <Card size="small">
            <strong>{found.title}</strong>
            <div className="quiet">
              {names.unit(found.unitId)} 应于 <Moment at={found.dueAt} /> 办结 <Lamp lamp={found.lamp} />
            </div>
          </Card>
        </Link>
      ))}
    </section>
  );
}
