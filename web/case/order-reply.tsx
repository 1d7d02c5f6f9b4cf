import { Tag } from 'antd';
import type { CaseDetail, Order } from '../../api/contract/case.js';

const evidenceWords: Readonly<Record<string, string>> = { photo: '照片', receipt: '票据', reading: '读数' };

/** What a unit replied: as a whole, item by item, and with which evidence. */
export function OrderReply({ reply, items }: { reply: Order['reply']; items: CaseDetail['items'] }) {
  if (reply === null) return null;
  const { reply: text, itemReplies, evidenceKinds } = reply;
  const answers = Array.isArray(itemReplies) ? (itemReplies as { answer?: string }[]) : [];
  const evidence = Array.isArray(evidenceKinds) ? (evidenceKinds as string[]) : [];

  return (
    <>
      {typeof text === 'string' ? <p className="case-text">答复：{text}</p> : null}
      {answers.length === 0 ? null : (
        <ol>
          {answers.map((answer, index) => (
            <li key={index}>
              <span className="quiet">{items[index]?.text}</span> {answer.answer}
            </li>
          ))}
        </ol>
      )}
      {evidence.map((kind) => (
        <Tag key={kind}>佐证：{evidenceWords[kind] ?? kind}</Tag>
      ))}
    </>
  );
}
