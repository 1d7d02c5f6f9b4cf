import { Button, Card } from 'antd';
import { Link } from 'react-router';
import type { SupervisedOrder } from '../../api/contract/board.js';
import { momentText, remainingText } from '../texts/moment.js';
import { concernWords } from '../texts/supervision.js';
import { orderStateWords } from '../texts/words.js';
import { Lamp } from '../ui/lamp.js';
import { Ladder } from './ladder.js';

interface Parts {
  order: SupervisedOrder;
  /** Opens the form of a rung. */
  act: (taskKey: string) => void;
}

/** One order that is chased, its ladder, and the act that is due now. */
export function OrderCard({ order, act }: Parts) {
  const { caseNumber, title, unitName, number, concern, until, lamp, state, tasks } = order;

  return (
    <Card size="small" className="chased" title={<Link to={`/cases/${caseNumber}`}>{title}</Link>}>
      <p>
        <strong>{concernWords[concern]}</strong> <Lamp lamp={lamp} /> · {unitName} · {orderStateWords[state]}
        {until === null ? '' : ` · ${remainingText(until)}（${momentText(until)}）`}
      </p>
      <p className="quiet">
        {number} · <Link to={`/instances/${caseNumber}`}>看流程图</Link>
      </p>
      <Ladder order={order} />
      {tasks.map(({ taskKey, name }) => (
        <Button key={taskKey} type="primary" onClick={() => act(taskKey)}>
          登记{name}
        </Button>
      ))}
    </Card>
  );
}
