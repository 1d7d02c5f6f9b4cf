import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '../ui/page.js';
import { Failed, Loading } from '../ui/states.js';
import './citizen.css';
import { ProgressView } from './progress-view.js';
import { useProgress } from './use-progress.js';

/** One of a citizen's own cases. */
export function MyCasePage() {
  const { caseNumber = '' } = useParams();
  const access = useMemo(() => ({ caseNumber }), [caseNumber]);
  const { data, error, refetch } = useProgress(access);

  return (
    <Page title="诉求进度" narrow acts={<Link to="/my-cases">全部诉求</Link>}>
      {error !== null && data === undefined ? <Failed error={error} retry={() => void refetch()} /> : null}
      {error === null && data === undefined ? <Loading what="进度" /> : null}
      {data === undefined ? null : <ProgressView progress={data} access={access} />}
    </Page>
  );
}
