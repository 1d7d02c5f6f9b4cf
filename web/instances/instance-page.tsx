import { Button, Card, Tag } from 'antd';
import { useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Instance } from '../../api/contract/instance.js';
import { ProblemError } from '../api/problem.js';
import { useAnswer } from '../api/use-answer.js';
import { hasRole, useMe } from '../app/me.js';
import { Diagram } from '../diagram/diagram.js';
import { Told } from '../incidents/incident-table.js';
import { useRetry } from '../incidents/use-retry.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import { InstanceTree } from './instance-tree.js';
import '../ui/rows.css';
import { VisitList } from './visit-list.js';

/** A case's process instances, each on its own version of the diagram. */
export function InstancePage() {
  const caseNumber = useParams()['caseNumber'] ?? '';
  const [search, setSearch] = useSearchParams();
  const key = search.get('instance');
  const { data, error, refetch } = useAnswer(
    'readInstance',
    { params: { caseNumber }, query: key === null ? {} : { processInstanceKey: key } },
    { refetchInterval: 10_000, placeholderData: (before) => before },
  );
  const notStarted = error instanceof ProblemError && error.code === 'NOT_FOUND' && key === null;

  return (
    <Page title={`流程：${caseNumber}`} acts={<Link to={`/cases/${caseNumber}`}>看诉求件</Link>}>
      {data !== undefined ? (
        <Parts instance={data} open={(instance) => setSearch({ instance })} />
      ) : error === null ? (
        <Loading what="流程" />
      ) : notStarted ? (
        <Nothing>没有这件诉求，或它的流程还没有开始。</Nothing>
      ) : (
        <Failed error={error} retry={() => void refetch()} />
      )}
    </Page>
  );
}

function Parts({ instance, open }: { instance: Instance; open: (key: string) => void }) {
  const { xml, elements, flows, incidents, tree, definition, operateUrl } = instance;
  const marks = useMemo(() => {
    const ids = (state: string) => elements.filter((each) => each.state === state).map(({ elementId }) => elementId);

    return {
      active: ids('active').filter((id) => id !== definition.id),
      completed: [...new Set([...ids('completed'), ...flows])],
      incidents: incidents.map(({ elementId }) => elementId),
    };
  }, [elements, flows, incidents, definition.id]);

  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Card size="small" title="本件的流程">
        <InstanceTree tree={tree} shown={instance.processInstanceKey} open={open} />
      </Card>
      <Incidents incidents={incidents} />
      <Card
        size="small"
        title={
          <>
            流程图{' '}
            <Tag>
              第 {definition.version} 版{definition.tag === null ? '' : `（${definition.tag}）`}
            </Tag>
          </>
        }
        extra={operateUrl === null ? null : <a href={operateUrl}>在 Operate 中打开</a>}
      >
        <Diagram xml={xml} {...marks} />
      </Card>
      <Card size="small" title="经过">
        <VisitList elements={elements} />
      </Card>
    </div>
  );
}

function Incidents({ incidents }: { incidents: Instance['incidents'] }) {
  const { retry, busy } = useRetry();
  const me = useMe();
  if (incidents.length === 0) return null;
  const may = me != null && hasRole(me, ['supervisor', 'process-owner']);

  return (
    <Card size="small" title="故障">
      {incidents.map((incident) => (
        <Told key={incident.incidentKey} incident={incident} />
      ))}
      {may ? (
        <Button type="primary" loading={busy} onClick={() => void retry(incidents)}>
          重试
        </Button>
      ) : null}
    </Card>
  );
}
