import { Pagination } from 'antd';

interface Props {
  page: number;
  size: number;
  total: number;
  go: (page: number) => void;
  /** How the whole number is told; nothing when it is not. */
  told?: (total: number) => string;
}

/** The pages of a list; nothing where one is enough. */
export function ListPages({ page, size, total, go, told }: Props) {
  return (
    <Pagination
      hideOnSinglePage
      current={page}
      pageSize={size}
      total={total}
      showSizeChanger={false}
      onChange={go}
      {...(told && { showTotal: told })}
    />
  );
}
