import { Card, Flex, Pagination, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseSummary } from '../../api/contract/case.js';
import { useAnswer } from '../api/use-answer.js';
import { outcomeWord, stageWords } from '../texts/words.js';
import { Moment } from '../ui/moment.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import './citizen.css';

const limit = 20;

/** What a citizen reported while signed in, newest first. */
export function MyCasesPage() {
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useAnswer('listCases', { query: { page, limit, sort: '-registeredAt' } });

  return (
    <Page title="我的诉求" narrow acts={<Link to="/report">提交诉求</Link>}>
      {error !== null && data === undefined ? <Failed error={error} retry={() => void refetch()} /> : null}
      {error === null && data === undefined ? <Loading what="我的诉求" /> : null}
      {data?.total === 0 ? (
        <Nothing act={<Link to="/report">提交第一件</Link>}>您还没有登录后提交过诉求。</Nothing>
      ) : null}
      <Flex vertical gap={12}>
        {data?.items.map((found) => (
          <OwnCase key={found.caseNumber} found={found} />
        ))}
        {(data?.total ?? 0) > limit ? (
          <Pagination
            current={page}
            pageSize={limit}
            total={data?.total ?? 0}
            onChange={setPage}
            showSizeChanger={false}
          />
        ) : null}
      </Flex>
    </Page>
  );
}

function OwnCase({ found }: { found: CaseSummary }) {
  const { caseNumber, title, stage, outcome, registeredAt } = found;

  return (
    <Link className="own-case" to={`/my-cases/${caseNumber}`}>
      <Card size="small" hoverable>
        <strong>{title}</strong>{' '}
        <Tag>{stage === 'closed' && outcome !== null ? outcomeWord(outcome) : stageWords[stage]}</Tag>
        <div className="quiet">
          {caseNumber} · <Moment at={registeredAt} />
        </div>
      </Card>
    </Link>
  );
}
