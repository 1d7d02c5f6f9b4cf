import { Card } from 'antd';
import { useAnswer } from '../api/use-answer.js';
import { sentenceOf } from '../api/problem.js';
import { outcomeWord, stageWords } from '../texts/words.js';
import { Moment } from '../ui/moment.js';
import { CaseLink } from './case-link.js';
import { useDebounced } from './use-debounced.js';

const fewestDigits = 7;
/** Who called before is not kept in the page longer than a call. */
const keptMillis = 60_000;

/** What this caller told before, as far as the agent may see it. */
export function EarlierCases({ localityId, phone }: { localityId: string; phone: string }) {
  const asked = useDebounced(phone.trim(), 400);
  const enough = asked.replaceAll(/\D/g, '').length >= fewestDigits;
  const { data, error, isFetching } = useAnswer(
    'findEarlierCases',
    { body: { locality: localityId, phone: asked } },
    { enabled: enough, gcTime: keptMillis, retry: false },
  );
  if (!enough) return null;

  return (
    <Card title="这个号码以往的诉求" size="small" loading={isFetching && data === undefined}>
      <div role="status">
        {error === null ? null : <span className="quiet">{sentenceOf(error)}</span>}
        {data?.items.length === 0 ? <span className="quiet">没有，第一次来电。</span> : null}
        {data === undefined || data.items.length === 0 ? null : (
          <ul className="intake-list">
            {data.items.map((one) => (
              <li key={one.caseNumber}>
                <CaseLink caseNumber={one.caseNumber}>{one.title}</CaseLink>
                <div className="quiet">
                  {one.caseNumber} · <Moment at={one.registeredAt} /> ·{' '}
                  {one.outcome === null ? stageWords[one.stage] : outcomeWord(one.outcome)}
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
