import { Table, type TableColumnsType } from 'antd';
import type { ElementVisit } from '../../api/contract/instance.js';
import { Moment } from '../ui/moment.js';

const stateWords = { active: '停在这里', completed: '已完成', terminated: '已终止' } as const;

const columns: TableColumnsType<ElementVisit> = [
  { title: '步骤', dataIndex: 'label', render: (label: string | null, { elementId }) => label ?? elementId },
  {
    title: '状态',
    dataIndex: 'state',
    render: (state: ElementVisit['state'], { incident }) => `${stateWords[state]}${incident ? '（故障）' : ''}`,
  },
  { title: '开始', dataIndex: 'startedAt', render: (at: string | null) => <Moment at={at} /> },
  { title: '结束', dataIndex: 'endedAt', render: (at: string | null) => <Moment at={at} /> },
];

/** Every element that a token went through, the newest first; those without a name are joints of the drawing. */
export function VisitTable({ elements }: { elements: readonly ElementVisit[] }) {
  const rows = elements
    .filter(({ label }) => label !== null)
    .map((visit, at) => ({ ...visit, key: at }))
    .toReversed();

  return (
    <Table
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      scroll={{ x: 'max-content' }}
    />
  );
}
