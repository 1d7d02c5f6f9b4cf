import type { Notice } from '../../api/contract/record.js';
import { useAnswer } from '../api/use-answer.js';
import type { Names } from '../api/use-names.js';
import { noticeWord, rungWord } from '../texts/act-words.js';
import { Moment } from '../ui/moment.js';
import { Failed, Loading, Nothing } from '../ui/states.js';

/** Reminders, notices and rungs of supervision with what came of each. */
export function CaseNotices({ caseNumber, names }: { caseNumber: string; names: Names }) {
  const { data, error, refetch } = useAnswer('listNotices', { params: { caseNumber } });
  if (error !== null && data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="催办督办记录" />;
  if (data.length === 0) return <Nothing>没有催办、督办和通知。</Nothing>;

  return (
    <ul className="case-list">
      {data.map((notice) => (
        <li key={notice.noticeId} className="case-line">
          <strong>{notice.rung === null ? noticeWord(notice.kind) : rungWord(notice.rung)}</strong>
          <Moment at={notice.at} />
          <span>{names.unit(notice.unitId)}</span>
          <span className="quiet">{resultOf(notice)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a supervisor wrote down; addresses of what was sent stand in the outbox. */
function resultOf({ result }: Notice): string {
  const said = Object.values(result ?? {}).filter(
    (value) => typeof value === 'string' && /[\u4e00-\u9fff]/.test(value),
  );

  return (said as string[]).join('；');
}
