import { Card } from 'antd';
import { memo } from 'react';
import { Link } from 'react-router';
import type { Board, BoardOrder } from '../../api/contract/board.js';
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
        {list.items.map((item) => (
          <OrderRow
            key={item.orderId}
            item={item}
            remaining={item.signBy === null ? '无签收期限' : `签收${remainingText(item.signBy)}`}
          />
        ))}
      </ol>
      <More list={list} />
    </Card>
  );
}

const OrderRow = memo(function OrderRow({ item, remaining }: { item: BoardOrder; remaining: string }) {
  const { caseNumber, title, unitName, issuedAt } = item;

  return (
    <li>
      <Link to={`/cases/${caseNumber}`}>{title}</Link>
      <div className="quiet">
        {unitName} · 交办 <Moment at={issuedAt} /> · {remaining}
      </div>
    </li>
  );
});
