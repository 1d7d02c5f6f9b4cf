import type { ReactNode } from 'react';
import type { Board } from '../../api/contract/board.js';
import { stageWords } from '../texts/words.js';
import { Lamp } from '../ui/lamp.js';

/** The counts of the whole locality. */
export function BoardFigures({ board }: { board: Board }) {
  const { open, today, lamps, stages } = board;

  return (
    <>
      <dl className="figures" aria-label="总数">
        <Figure name="在办" value={open} />
        <Figure name="今日受理" value={today.registered} />
        <Figure name="今日办结" value={today.closed} />
        <Figure name={<Lamp lamp="red" />} value={lamps.red} />
        <Figure name={<Lamp lamp="yellow" />} value={lamps.yellow} />
        <Figure name={<Lamp lamp="green" />} value={lamps.green} />
        <Figure name="未定期限" value={lamps.none} />
      </dl>
      <dl className="figures stages" aria-label="各阶段">
        {stages.map(({ stage, count }) => (
          <Figure key={stage} name={stageWords[stage]} value={count} />
        ))}
      </dl>
    </>
  );
}

function Figure({ name, value }: { name: ReactNode; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
