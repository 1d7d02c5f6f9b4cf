import { App, Button, Table, type TableColumnsType } from 'antd';
import type { Figures, RankedUnit } from '../../api/contract/figures.js';
import { partsText, percentText, rateText, rateWords } from '../texts/figures.js';
import { Nothing } from '../ui/states.js';

const rateNames = ['response', 'punctuality', 'resolution', 'satisfaction'] as const;
const noneLast = (value: number | null): number => value ?? -1;

const columns: TableColumnsType<RankedUnit> = [
  {
    title: '名次',
    dataIndex: 'rank',
    align: 'right',
    render: (rank: number | null) => rank ?? '—',
    sorter: (one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0,
  },
  { title: '单位', dataIndex: 'name', sorter: (one, other) => one.name.localeCompare(other.name, 'zh-CN') },
  { title: '交办', dataIndex: 'orders', align: 'right', sorter: (one, other) => one.orders - other.orders },
  ...rateNames.map((name) => ({
    title: rateWords[name],
    key: name,
    align: 'right' as const,
    render: (_: unknown, { rates }: RankedUnit) => `${rateText(rates[name])}（${partsText(rates[name])}）`,
    sorter: (one: RankedUnit, other: RankedUnit) => noneLast(one.rates[name].value) - noneLast(other.rates[name].value),
  })),
  {
    title: '得分',
    dataIndex: 'score',
    align: 'right',
    render: (score: number | null) => (score === null ? '—' : percentText(score)),
    sorter: (one, other) => noneLast(one.score) - noneLast(other.score),
  },
];

/** All units with the numbers behind each rate. */
export function UnitsTable({ figures }: { figures: Figures }) {
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(asText(figures.units));
    void message.success(`已复制 ${figures.units.length} 个单位，可粘贴到电子表格`);
  };

  return (
    <section className="panel units" aria-label="各单位考核指标">
      <div className="units-head">
        <h2>各单位考核指标</h2>
        {/* Browsers give the clipboard to pages that came by TLS or from this machine alone. */}
        {window.isSecureContext && figures.units.length > 0 ? (
          <Button onClick={() => void copy()}>复制表格</Button>
        ) : null}
      </div>
      <Table<RankedUnit>
        size="small"
        rowKey="unitId"
        columns={columns}
        dataSource={[...figures.units]}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Nothing>这段时间没有交办。</Nothing> }}
      />
    </section>
  );
}

/** Rows of cells for a spreadsheet; each rate as its two numbers and its share. */
function asText(units: readonly RankedUnit[]): string {
  const head = ['名次', '单位', '交办', ...rateNames.flatMap((name) => [rateWords[name], '数']), '得分'];
  const rows = units.map(({ rank, name, orders, rates, score }) => [
    ...[rank ?? '', name, orders],
    ...rateNames.flatMap((rate) => [rateText(rates[rate]), partsText(rates[rate])]),
    score === null ? '' : percentText(score),
  ]);

  return [head, ...rows].map((row) => row.join('\t')).join('\n');
}
