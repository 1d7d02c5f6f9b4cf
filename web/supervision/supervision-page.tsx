import { Segmented, Select, Space } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SupervisionFilter, SupervisionList } from '../../api/contract/board.js';
import { useAnswer } from '../api/use-answer.js';
import { LineNote } from '../board/line-note.js';
import { useBoard } from '../board/use-board.js';
import { concernWords } from '../texts/supervision.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import { OrderCard } from './order-card.js';
import { RungDrawer } from './rung-drawer.js';
import './supervision.css';

/** Kept apart from the list: an order may leave it while somebody writes, and what is written must stay. */
interface Acting {
  taskKey: string;
  unitName: string;
}

type Concern = NonNullable<SupervisionFilter['concern']>;
const concerns: readonly Concern[] = ['late', 'unsigned', 'soon', 'chased'];

/** 督办: orders that are late, soon late or unsigned, each with its ladder and the act that is due now. */
export function SupervisionPage() {
  const [search, setSearch] = useSearchParams();
  const { line } = useBoard();
  const [acting, setActing] = useState<Acting>();
  const unitId = search.get('unitId') ?? undefined;
  const concern = concerns.find((one) => one === search.get('concern'));
  const { data, error, refetch } = useAnswer(
    'listSupervision',
    { query: { ...(unitId === undefined ? {} : { unitId }), ...(concern === undefined ? {} : { concern }) } },
    { placeholderData: (before) => before, refetchInterval: 60_000 },
  );
  const set = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };

  return (
    <Page title="督办" acts={data && <LineNote line={line} />}>
      {data === undefined ? (
        error === null ? (
          <Loading what="督办清单" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <>
          <Space wrap style={{ marginBottom: 16 }}>
            <Segmented
              className="concerns"
              aria-label="督办事由"
              value={concern ?? 'all'}
              onChange={(value) => set('concern', value === 'all' ? undefined : value)}
              options={choices(data)}
            />
            <Select
              aria-label="单位"
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="全部单位"
              style={{ minWidth: 220 }}
              value={unitId}
              onChange={(value: string | undefined) => set('unitId', value)}
              options={data.units.map((unit) => ({ value: unit.unitId, label: `${unit.name}（${unit.count}）` }))}
            />
          </Space>
          {data.items.length === 0 ? <Nothing>没有需要督办的交办单。</Nothing> : null}
          {data.items.map((order) => (
            <OrderCard
              key={order.orderId}
              order={order}
              act={(taskKey) => setActing({ taskKey, unitName: order.unitName })}
            />
          ))}
          {data.total > data.items.length ? (
            <p className="quiet">
              只列最急的 {data.items.length} 件，共 {data.total} 件；可按单位筛选。
            </p>
          ) : null}
        </>
      )}
      {acting === undefined ? null : (
        <RungDrawer key={acting.taskKey} {...acting} onClose={() => setActing(undefined)} />
      )}
    </Page>
  );
}

const choices = ({ counts }: SupervisionList) => [
  { value: 'all', label: `全部（${counts.late + counts.unsigned + counts.soon + counts.chased}）` },
  ...concerns.map((value) => ({ value, label: `${concernWords[value]}（${counts[value]}）` })),
];
