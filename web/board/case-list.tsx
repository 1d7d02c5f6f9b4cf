import { Card } from 'antd';
import { memo } from 'react';
import { Link } from 'react-router';
import type { Board, BoardCase } from '../../api/contract/board.js';
import { remainingText } from '../texts/moment.js';
import { stageWords } from '../texts/words.js';
import { Lamp } from '../ui/lamp.js';
import { Moment } from '../ui/moment.js';
import { Nothing } from '../ui/states.js';

interface Parts {
  title: string;
  list: Board['late'];
  empty: string;
}

/** The most urgent cases of one lamp; the number of all stands in the title. */
export function CaseList({ title, list, empty }: Parts) {
  return (
    <Card title={`${title}（${list.total}）`} size="small">
      {list.items.length === 0 ? <Nothing>{empty}</Nothing> : null}
      <ol className="rows" aria-label={title}>
        {list.items.map((item) => (
          <CaseRow key={item.caseNumber} item={item} remaining={item.dueAt === null ? '' : remainingText(item.dueAt)} />
        ))}
      </ol>
      <More list={list} />
    </Card>
  );
}

/** Drawn anew only when something about it changed: on a board of hundreds most rows stay as they are. */
const CaseRow = memo(function CaseRow({ item, remaining }: { item: BoardCase; remaining: string }) {
  const { caseNumber, title, lamp, unitName, dueAt, stage } = item;

  return (
    <li>
      <Link to={`/cases/${caseNumber}`}>{title}</Link>
      <div className="quiet">
        <Lamp lamp={lamp} /> {remaining} · {unitName ?? '未定单位'} · {stageWords[stage]} · 期限 <Moment at={dueAt} />
      </div>
    </li>
  );
});

export function More({ list: { total, items } }: { list: { total: number; items: readonly unknown[] } }) {
  return total > items.length ? (
    <p className="quiet">
      只列最急的 {items.length} 件，共 {total} 件。
    </p>
  ) : null;
}
