import { Card } from 'antd';
import { Link } from 'react-router';
import type { Board } from '../../api/contract/board.js';
import { remainingText } from '../texts/moment.js';
import { Moment } from '../ui/moment.js';
import { Nothing } from '../ui/states.js';
import { More } from './case-list.js';

/** Orders that wait for their unit's signature. */
export function UnsignedList({ list }: { list: Board['unsigned'] }) {
  return (
    <Card title={`未签收（${list.total}）`} size="small">
      {list.items.length === 0 ? <Nothing>交办单都已签收。</Nothing> : null}
      <ol className="rows" aria-label="未签收">
        {list.items.map(({ orderId, caseNumber, title, unitName, issuedAt, signBy }) => (
          <li key={orderId}>
            <Link to={`/cases/${caseNumber}`}>{title}</Link>
            <div className="quiet">
              {unitName} · 交办 <Moment at={issuedAt} /> ·{' '}
              {signBy === null ? '无签收期限' : `签收${remainingText(signBy)}`}
            </div>
          </li>
        ))}
      </ol>
      <More list={list} />
    </Card>
  );
}
