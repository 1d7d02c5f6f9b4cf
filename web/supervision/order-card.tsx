import { Card } from 'antd';
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

/** One order that is chased, its ladders, and the acts that are due now. */
export function OrderCard({ order, act }: Parts) {
  const { caseNumber, title, unitName, number, concern, until, lamp, state, ladders } = order;

  return (
    <Card size="small" className="chased" title={<Link to={`/cases/${caseNumber}`}>{title}</Link>}>
      <p>
        <strong>{concernWords[concern]}</strong> <Lamp lamp={lamp} /> · {unitName} · {orderStateWords[state]}
        {until === null ? '' : ` · ${remainingText(until)}（${momentText(until)}）`}
      </p>
      <p className="quiet">
        {number} · <Link to={`/instances/${caseNumber}`}>看流程图</Link>
      </p>
      {ladders.length === 0 ? <p className="quiet">还没有开始督办，到时由流程自动提出。</p> : null}
      <div className="ladders">
        {ladders.map((ladder) => (
          <Ladder key={ladder.cause ?? ''} caseNumber={caseNumber} ladder={ladder} act={act} />
        ))}
      </div>
    </Card>
  );
}
