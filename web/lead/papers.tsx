import { Collapse } from 'antd';
import { addressOf } from '../api/call.js';
import { useAnswer } from '../api/use-answer.js';
import { momentText } from '../texts/moment.js';
import { Failed, Loading } from '../ui/states.js';

/** The papers of a case, the newest open: a leader reads before signing. */
export function Papers({ caseNumber }: { caseNumber: string }) {
  const { data, error, refetch } = useAnswer('listDocuments', { params: { caseNumber } });
  if (error !== null && data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="文书" />;
  const newestFirst = [...data].reverse();
  if (newestFirst.length === 0) return <p className="quiet">还没有文书。</p>;

  return (
    <Collapse
      defaultActiveKey={newestFirst.slice(0, 1).map(({ documentId }) => documentId)}
      items={newestFirst.map(({ documentId, title, number, issuedAt }) => ({
        key: documentId,
        label: `${title}${number === null ? '' : ` ${number}`}（${momentText(issuedAt)}）`,
        children: (
          <iframe
            className="lead-paper"
            title={title}
            src={addressOf('readDocument', { caseNumber, documentId })}
            sandbox=""
          />
        ),
      }))}
    />
  );
}
