import { Collapse } from 'antd';
import { useEffect } from 'react';
import { useAnswer } from '../api/use-answer.js';
import { Paper } from '../case/paper.js';
import { momentText } from '../texts/moment.js';
import { Failed, Loading } from '../ui/states.js';

interface Props {
  caseNumber: string;
  /** Whether the newest is open at first. */
  open: boolean;
  /** Told when the newest can be read, or when there is nothing to read. */
  onShown: () => void;
}

/** The papers of a case, the newest first: a leader reads before signing. */
export function Papers({ caseNumber, open, onShown }: Props) {
  const { data, error, refetch } = useAnswer('listDocuments', { params: { caseNumber } });
  const isNothing = data === undefined ? error !== null : data.length === 0;
  useEffect(() => {
    if (isNothing) onShown();
  }, [isNothing, onShown]);
  if (error !== null && data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="文书" />;
  const newestFirst = [...data].reverse();
  if (newestFirst.length === 0) return <p className="quiet">还没有文书。</p>;

  return (
    <Collapse
      className="lead-papers"
      defaultActiveKey={newestFirst.slice(0, open ? 1 : 0).map(({ documentId }) => documentId)}
      items={newestFirst.map(({ documentId, title, number, issuedAt }) => ({
        key: documentId,
        label: `${title}${number === null ? '' : ` ${number}`}（${momentText(issuedAt)}）`,
        children: <Paper caseNumber={caseNumber} documentId={documentId} title={title} onShown={onShown} />,
      }))}
    />
  );
}
