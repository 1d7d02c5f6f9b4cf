import { Steps } from 'antd';
import type { ReactNode } from 'react';
import type { DoneRung, SupervisedOrder } from '../../api/contract/board.js';
import { addressOf } from '../api/call.js';
import { momentText } from '../texts/moment.js';
import { resultText, rungPaper, rungWord } from '../texts/supervision.js';

interface Rung {
  status: 'finish' | 'process' | 'wait';
  title: string;
  content: ReactNode;
}

/** What was done, with its result and its paper, what is to be done now, and what comes next and when. */
export function Ladder({ order }: { order: SupervisedOrder }) {
  return <Steps size="small" orientation="vertical" items={rungsOf(order)} />;
}

function rungsOf({ caseNumber, done, tasks, next }: SupervisedOrder): Rung[] {
  const climbed = done.map((rung): Rung => ({
    status: 'finish',
    title: rungWord(rung.rung),
    content: <Climbed caseNumber={caseNumber} rung={rung} />,
  }));
  const now = tasks.map(({ name, dueAt }): Rung => ({
    status: 'process',
    title: `${name}：现在要做`,
    content: dueAt === null ? '' : `${momentText(dueAt)} 前完成`,
  }));
  const ladder = [...climbed, ...now, ...(next === null ? [] : [coming(next)])];

  return ladder.length > 0 ? ladder : [{ status: 'wait', title: '还没有开始督办', content: '到时由流程自动提出' }];
}

const coming = ({ rung, at }: NonNullable<SupervisedOrder['next']>): Rung => ({
  status: 'wait',
  title: rung === null ? '各级用尽：上报' : `下一级：${rungWord(rung)}`,
  content: at === null ? '这一级登记以后开始计时' : `${momentText(at)} 仍无结果时`,
});

function Climbed({ caseNumber, rung: { rung, at, by, result, documentId } }: { caseNumber: string; rung: DoneRung }) {
  return (
    <>
      {[`${momentText(at)} ${by}`, resultText(result)].filter(Boolean).join(' · ')}
      {documentId === null ? null : (
        <>
          {' · '}
          <a href={addressOf('readDocument', { caseNumber, documentId })} target="_blank" rel="noreferrer">
            看{rungPaper(rung)}
          </a>
        </>
      )}
    </>
  );
}
