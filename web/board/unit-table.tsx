import { Table, type TableColumnsType } from 'antd';
import { memo } from 'react';
import { Link } from 'react-router';
import type { BoardUnit } from '../../api/contract/board.js';
import { Nothing } from '../ui/states.js';

const columns: TableColumnsType<BoardUnit> = [
  {
    title: '单位',
    dataIndex: 'name',
    render: (name: string, { unitId }) => <Link to={`/supervision?unitId=${unitId}`}>{name}</Link>,
  },
  { title: '在办', dataIndex: 'open', align: 'right' },
  { title: '超期', dataIndex: 'red', align: 'right' },
  { title: '临期', dataIndex: 'yellow', align: 'right' },
  { title: '正常', dataIndex: 'green', align: 'right' },
  { title: '未签收', dataIndex: 'unsigned', align: 'right' },
];

/** The same as the chart in numbers; the units with the most late cases first. */
export const UnitTable = memo(function UnitTable({ units }: { units: readonly BoardUnit[] }) {
  return (
    <Table<BoardUnit>
      size="small"
      rowKey="unitId"
      columns={columns}
      dataSource={[...units]}
      pagination={units.length > 12 ? { pageSize: 12, showSizeChanger: false } : false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Nothing>没有单位有在办的诉求件。</Nothing> }}
    />
  );
});
