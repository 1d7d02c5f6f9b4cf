import { Card } from 'antd';
import { Link } from 'react-router';
import type { Board } from '../../api/contract/board.js';
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
        {list.items.map(({ caseNumber, title: what, lamp, unitName, dueAt, stage }) => (
          <li key={caseNumber}>
            <Link to={`/cases/${caseNumber}`}>{what}</Link>
            <div className="quiet">
              <Lamp lamp={lamp} /> {dueAt === null ? '' : remainingText(dueAt)} · {unitName ?? '未定单位'} ·{' '}
              {stageWords[stage]} · 期限 <Moment at={dueAt} />
            </div>
          </li>
        ))}
      </ol>
      <More list={list} />
    </Card>
  );
}

export function More({ list: { total, items } }: { list: { total: number; items: readonly unknown[] } }) {
  return total > items.length ? (
    <p className="quiet">
      只列最急的 {items.length} 件，共 {total} 件。
    </p>
  ) : null;
}
