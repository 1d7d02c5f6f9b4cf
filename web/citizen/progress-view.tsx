import { Card, Flex, Tag } from 'antd';
import type { Progress } from '../../api/contract/progress.js';
import { outcomeWord, stageWords } from '../texts/words.js';
import { Facts } from '../ui/facts.js';
import { Due, Moment } from '../ui/moment.js';
import type { Access } from './access.js';
import { AnswerList } from './answer-list.js';
import { RateCard } from './rate-card.js';
import { ReopenCard } from './reopen-card.js';
import { WithdrawCard } from './withdraw-card.js';

/** Where it is, who has it, until when and why, what comes next, what was answered, and what whoever reported can say to it. */
export function ProgressView({ progress, access }: { progress: Progress; access: Access }) {
  return (
    <Flex vertical gap={16}>
      <Standing progress={progress} />
      <AnswerList answers={progress.answers} round={progress.round} />
      {progress.rating === null ? null : (
        <RateCard
          key={progress.rating.givenAt}
          rating={progress.rating}
          access={access}
          closed={progress.stage === 'closed'}
          reopens={progress.reopen.allowed}
        />
      )}
      <ReopenCard progress={progress} access={access} />
      <Card title="经过" size="small">
        <ol className="course">
          {progress.timeline.toReversed().map(({ at, text }, index) => (
            <li key={index}>
              <Moment at={at} />
              <span>{text}</span>
            </li>
          ))}
        </ol>
      </Card>
      {progress.mayWithdraw ? <WithdrawCard access={access} /> : null}
    </Flex>
  );
}

/** Before a unit has it, and after it has replied. */
const atHotline: ReadonlySet<Progress['stage']> = new Set([
  'registered',
  'classified',
  'replied',
  'reviewed',
  'callback',
]);

function Standing({ progress }: { progress: Progress }) {
  const { stage, outcome, why, overdue, hotline, dueAt } = progress;
  const isClosed = stage === 'closed';
  const isAtHotline = atHotline.has(stage);
  const isTimed = dueAt !== null && !isClosed && !isAtHotline;

  return (
    <Card>
      <p>
        <span className="quiet">{progress.caseNumber}</span>{' '}
        <Tag>{isClosed && outcome !== null ? outcomeWord(outcome) : stageWords[stage]}</Tag>{' '}
        {progress.round > 1 ? <Tag>第 {progress.round} 轮办理</Tag> : null}
      </p>
      <p className="stand" role="status">
        {progress.where}
      </p>
      <p>{progress.next}</p>
      {overdue ? <p>已超过期限，正在督办。我们为没有按时办好向您致歉。</p> : null}
      {progress.merged ? (
        <p className="quiet">还有人反映了同一件事，已合并办理：您看到的是合并后的进度，结果会告知每一个人。</p>
      ) : null}
      <Facts
        of={[
          ['现在由谁办', isClosed ? null : isAtHotline ? '热线' : progress.holder],
          ['承办单位', isClosed || isAtHotline ? progress.holder : null],
          ['为什么由它办', why.unit],
          ['依据', why.legalBasis],
          ['办到什么时候', isTimed ? <Due key="due" at={dueAt} /> : null],
          ['为什么是这个期限', !isTimed || why.deadline === null ? null : `这类事项的办理时限是“${why.deadline}”`],
          ['登记', <Moment key="at" at={progress.registeredAt} />],
          ['办结', progress.closedAt === null ? null : <Moment key="closed" at={progress.closedAt} />],
          [
            '热线',
            <a key="hotline" href={`tel:${hotline}`}>
              {hotline}
            </a>,
          ],
        ]}
      />
    </Card>
  );
}
