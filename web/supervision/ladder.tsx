import { Button, Steps } from 'antd';
import type { ReactNode } from 'react';
import type { DoneRung, Ladder as Climb } from '../../api/contract/board.js';
import { addressOf } from '../api/call.js';
import { momentText } from '../texts/moment.js';
import { causeWord, resultText, rungPaper, rungWord } from '../texts/supervision.js';

interface Rung {
  status: 'finish' | 'process' | 'wait';
  title: string;
  content: ReactNode;
}

interface Parts {
  caseNumber: string;
  ladder: Climb;
  /** Opens the form of a rung. */
  act: (taskKey: string) => void;
}

/** One ladder: what was done, with its result and its paper, what is to be done now, and what comes next and when. */
export function Ladder({ caseNumber, ladder, act }: Parts) {
  const reason = causeWord(ladder.cause);

  return (
    <section className="ladder" aria-label={reason}>
      <h3>{reason}</h3>
      <Steps size="small" orientation="vertical" items={rungsOf(caseNumber, ladder)} />
      {ladder.tasks.map(({ taskKey, name }) => (
        <Button key={taskKey} type="primary" onClick={() => act(taskKey)}>
          登记{name}
        </Button>
      ))}
    </section>
  );
}

function rungsOf(caseNumber: string, { done, tasks, next, over }: Climb): Rung[] {
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
  const end: Rung[] = over ? [{ status: 'finish', title: '单位已签收，不再督办', content: '' }] : [];

  return [...climbed, ...now, ...(next === null ? end : [coming(next)])];
}

const coming = ({ rung, at }: NonNullable<Climb['next']>): Rung => ({
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
