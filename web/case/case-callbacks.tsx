import { Tag } from 'antd';
import type { Callback } from '../../api/contract/record.js';
import { useAnswer } from '../api/use-answer.js';
import { Moment } from '../ui/moment.js';
import { Failed, Loading, Nothing } from '../ui/states.js';

/** Every call back to whoever reported, and what they said. */
export function CaseCallbacks({ caseNumber }: { caseNumber: string }) {
  const { data, error, refetch } = useAnswer('listCallbacks', { params: { caseNumber } });
  if (error !== null && data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="回访记录" />;
  if (data.length === 0) return <Nothing>还没有回访。</Nothing>;

  return (
    <ul className="case-list">
      {data.map((callback) => (
        <li key={callback.callbackId}>
          <div className="case-line">
            <strong>{nameOf(callback)}</strong>
            <Moment at={callback.at} />
            {verdictsOf(callback).map((verdict) => (
              <Tag key={verdict}>{verdict}</Tag>
            ))}
          </div>
          {callback.answers.length === 0 ? null : (
            <p className="quiet">{callback.answers.map(({ label, value }) => `${label}：${value}`).join('　')}</p>
          )}
          {callback.opinion === null ? null : <p className="case-text">{callback.opinion}</p>}
        </li>
      ))}
    </ul>
  );
}

function nameOf({ channel, round, revision, sampled, attempt }: Callback): string {
  if (channel !== null) return `第 ${round} 轮，诉求人自己在网上评价${(revision ?? 1) > 1 ? '（改过）' : ''}`;

  return sampled ? '二次抽样回访' : `第 ${round} 轮第 ${attempt} 次`;
}

function verdictsOf({ channel, reached, contacted, solved, satisfied }: Callback): string[] {
  const word = (value: boolean | null, yes: string, no: string) => (value === null ? [] : [value ? yes : no]);

  return [
    ...(channel === null ? word(reached, '已接通', '未接通') : []),
    ...word(contacted, '单位联系过', '单位未联系'),
    ...word(solved, '已解决', '未解决'),
    ...word(satisfied, '满意', '不满意'),
  ];
}
