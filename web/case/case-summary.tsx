import { Tag } from 'antd';
import type { CaseDetail } from '../../api/contract/case.js';
import type { Names } from '../api/use-names.js';
import { itemStateWord } from '../texts/act-words.js';
import { branchWords, outcomeWord, stageWords, urgencyWords } from '../texts/words.js';
import { Caller } from './caller.js';
import { CaseAttachments } from './case-attachments.js';
import { CasePlace } from './case-place.js';
import { Facts } from '../ui/facts.js';
import { Lamp } from '../ui/lamp.js';
import { Due, Moment } from '../ui/moment.js';

/** What a case is about and how it stands, at a glance. */
export function CaseSummary({ found, names }: { found: CaseDetail; names: Names }) {
  const isClosed = found.closedAt !== null;

  return (
    <>
      <h2>{found.title}</h2>
      <p className="case-line">
        <span className="quiet">{found.caseNumber}</span>
        <Tag>
          {isClosed && found.outcome !== null ? `已办结 · ${outcomeWord(found.outcome)}` : stageWords[found.stage]}
        </Tag>
        {found.confidential ? <Tag>保密件</Tag> : null}
        {isClosed ? null : <Lamp lamp={found.lamp} />}
        {isClosed ? <Moment at={found.closedAt} /> : <Due at={found.dueAt} />}
      </p>
      <p className="case-text">{found.text}</p>
      {found.items.length > 1 ? <Items found={found} names={names} /> : null}
      {found.answers.length === 0 ? null : (
        <Facts of={found.answers.map(({ question, answer }) => [question, answer])} />
      )}
      <Facts of={factsOf(found, names)} />
      <CaseAttachments found={found} />
    </>
  );
}

function factsOf(found: CaseDetail, names: Names) {
  return [
    ['诉求人', <Caller key="caller" found={found} />],
    ['类型', names.kind(found.kind)],
    ['分类', names.category(found.category)],
    ['紧急程度', found.urgency === null ? null : urgencyWords[found.urgency]],
    ['地点', isEmpty(found.place) ? null : <CasePlace key="place" found={found} names={names} />],
    ['渠道', [names.channel(found.channel), names.line(found.lineId)].filter(Boolean).join(' · ')],
    ['去向', found.branch === null || found.branch === 'handle' ? null : branchWords[found.branch]],
    ['当场答复', found.answered],
    ['现由', names.unit(found.unitId)],
    ['被反映单位', names.unit(found.accusedUnitId)],
    ['登记', <Moment key="at" at={found.registeredAt} />],
    ['发生', found.occurredAt === null ? null : <Moment key="at" at={found.occurredAt} />],
    ['希望办结', found.wantedAt === null ? null : <Moment key="at" at={found.wantedAt} />],
    ['轮次', found.round > 1 ? `第 ${found.round} 轮` : null],
    ['重新办理', found.reopenings.map(({ round, reason, by }) => `第 ${round} 轮，${by}：${reason}`).join('；')],
    ['撤诉', found.withdrawal === null ? null : `${found.withdrawal.by}：${found.withdrawal.reason}`],
  ] as const;
}

const isEmpty = (place: CaseDetail['place']): boolean => place === null || Object.keys(place).length === 0;

function Items({ found, names }: { found: CaseDetail; names: Names }) {
  return (
    <>
      <h3>诉求事项</h3>
      <ol className="case-list">
        {found.items.map((item) => (
          <li key={item.itemId}>
            {item.itemId}. {item.text} <Tag>{itemStateWord(item.state ?? 'open')}</Tag>
            <span className="quiet">{names.unit(item.unitId)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
