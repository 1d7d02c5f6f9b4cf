import { Alert } from 'antd';
import type { Line } from './use-board.js';

/** Says so when the board does not follow by itself. */
export function LineNote({ line }: { line: Line }) {
  if (line === 'opening') return null;
  if (line === 'live') return <span className="quiet">实时更新</span>;

  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={
        line === 'asking'
          ? '数据库不支持实时推送，每隔几秒更新一次。'
          : '实时连接中断，正在重连；下面可能不是最新情况。'
      }
    />
  );
}
