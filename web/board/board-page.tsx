import { Card } from 'antd';
import { lazy, memo, Suspense, useDeferredValue } from 'react';
import type { Board } from '../../api/contract/board.js';
import { Page } from '../ui/page.js';
import { Failed, Loading } from '../ui/states.js';
import '../ui/rows.css';
import './board.css';
import { BoardFigures } from './board-figures.js';
import { CaseList } from './case-list.js';
import { LineNote } from './line-note.js';
import { UnitTable } from './unit-table.js';
import { UnsignedList } from './unsigned-list.js';
import { useBoard } from './use-board.js';

const UnitChart = lazy(() => import('./unit-chart.js').then(({ UnitChart: Chart }) => ({ default: Chart })));

/** 督办看板: what is open, what is late, who has it; follows by itself. */
export function BoardPage() {
  const { data, error, refetch, line } = useBoard();
  // A burst of changes is drawn between what the reader does, not before it.
  const board = useDeferredValue(data);
  const title = data === undefined ? '督办看板' : `${data.localityName}督办看板`;

  return (
    <Page title={title} acts={board && <LineNote line={line} />}>
      {board !== undefined ? (
        <BoardParts board={board} />
      ) : error === null ? (
        <Loading what="看板" />
      ) : (
        <Failed error={error} retry={() => void refetch()} />
      )}
    </Page>
  );
}

const BoardParts = memo(function BoardParts({ board }: { board: Board }) {
  return (
    <div className="board">
      <BoardFigures board={board} />
      <div className="board-lists">
        <CaseList title="已超期" list={board.late} empty="没有超期的诉求件。" />
        <CaseList title="将超期" list={board.soon} empty="没有临期的诉求件。" />
        <UnsignedList list={board.unsigned} />
      </div>
      <Card title="各单位在办" size="small">
        <div className="board-units">
          {board.units.length === 0 ? null : (
            <Suspense fallback={<Loading what="图表" />}>
              <UnitChart units={board.units} />
            </Suspense>
          )}
          <UnitTable units={board.units} />
        </div>
      </Card>
    </div>
  );
});
