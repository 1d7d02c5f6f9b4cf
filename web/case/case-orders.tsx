import { Tag } from 'antd';
import type { CaseDetail, Order } from '../../api/contract/case.js';
import type { Names } from '../api/use-names.js';
import { orderRoleWords, orderStateWords } from '../texts/words.js';
import { Facts } from '../ui/facts.js';
import { Lamp } from '../ui/lamp.js';
import { Due, Moment } from '../ui/moment.js';
import { Nothing } from '../ui/states.js';
import { OrderReply } from './order-reply.js';

/** Who works on it: every order with its unit, its times and what was replied. */
export function CaseOrders({ found, names }: { found: CaseDetail; names: Names }) {
  if (found.orders.length === 0) return <Nothing>还没有交办单。</Nothing>;

  return (
    <ul className="case-list">
      {found.orders.map((order) => (
        <li key={order.orderId}>
          <p className="case-line" style={{ margin: 0 }}>
            <strong>{names.unit(order.unitId)}</strong>
            <Tag>{orderRoleWords[order.role]}</Tag>
            <Tag>{orderStateWords[order.state]}</Tag>
            {isOpen(order) ? <Lamp lamp={order.lamp} /> : null}
            <span className="quiet">{order.number}</span>
          </p>
          {order.duty === null ? null : <p className="case-text">职责：{order.duty}</p>}
          <Facts of={timesOf(order)} />
          <OrderReply reply={order.reply} items={found.items} />
        </li>
      ))}
    </ul>
  );
}

const isOpen = ({ state }: Order): boolean => state === 'issued' || state === 'signed';

function timesOf(order: Order) {
  const at = (moment: string | null) => (moment === null ? null : <Moment at={moment} />);
  const isUnsigned = order.signedAt === null && order.state === 'issued';

  return [
    ['交办', at(order.issuedAt)],
    ['签收', order.signedAt === null ? isUnsigned && <Due at={order.signBy} /> : at(order.signedAt)],
    ['联系诉求人', at(order.contactedAt)],
    ['期限', isOpen(order) ? <Due key="due" at={order.dueAt} /> : at(order.dueAt)],
    ['回复', at(order.repliedAt)],
    ['可退单至', isOpen(order) ? at(order.returnBy) : null],
    ['退单', order.returned > 0 ? `${order.returned} 次` : null],
    ['延期', order.extended > 0 ? `${order.extended} 次` : null],
    ['指定承办', order.designated ? '是' : null],
  ] as const;
}
