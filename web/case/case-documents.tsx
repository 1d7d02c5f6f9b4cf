import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { CaseDocument } from '../../api/contract/record.js';
import { addressOf } from '../api/call.js';
import { useAnswer } from '../api/use-answer.js';
import { documentWord } from '../texts/act-words.js';
import { Moment } from '../ui/moment.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import { isCallbackPaper } from './independent.js';
import { Paper } from './paper.js';

/** Official documents, opened as they were issued. `blind` leaves out what the caller said when called back. */
export function CaseDocuments({ caseNumber, blind }: { caseNumber: string; blind: boolean }) {
  const { data, error, refetch } = useAnswer('listDocuments', { params: { caseNumber } }, { refetchInterval: 15_000 });
  const [shown, show] = useState<CaseDocument>();
  if (error !== null && data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="文书" />;
  const papers = data.filter((document) => !blind || !isCallbackPaper(document));
  if (papers.length === 0) return <Nothing>还没有文书。</Nothing>;
  const hrefOf = ({ documentId }: CaseDocument) => addressOf('readDocument', { caseNumber, documentId });

  return (
    <>
      <ul className="case-list">
        {papers.map((document) => (
          <li key={document.documentId}>
            <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => show(document)}>
              {document.title}
            </Button>
            <div className="case-line quiet">
              <span>{documentWord(document.kind)}</span>
              <span>{document.number}</span>
              <span>{document.addressee}</span>
              <Moment at={document.issuedAt} />
            </div>
          </li>
        ))}
      </ul>
      <Modal
        open={shown !== undefined}
        title={shown?.title}
        onCancel={() => show(undefined)}
        width={860}
        footer={
          shown === undefined ? null : (
            <a href={hrefOf(shown)} target="_blank" rel="noreferrer">
              在新窗口打开，可打印
            </a>
          )
        }
        destroyOnHidden
      >
        {shown === undefined ? null : (
          <Paper caseNumber={caseNumber} documentId={shown.documentId} title={shown.title} />
        )}
      </Modal>
    </>
  );
}
