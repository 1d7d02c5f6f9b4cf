import { CloseOutlined, FileOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { FileInfo } from '../../api/contract/file.js';
import { addressOf } from '../api/call.js';
import { useAnswer } from '../api/use-answer.js';
import './files.css';
import { sizeText } from './upload.js';
import type { Sending } from './use-uploads.js';

const shown = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** A kept file: picture or sign, name that opens it, size. */
export function FileLine({ file, open = false }: { file: FileInfo; open?: boolean }) {
  const address = addressOf('readFile', { fileId: file.fileId });

  return (
    <>
      {shown.has(file.mediaType) && !open ? (
        <img src={address} alt="" className="file-picture" loading="lazy" />
      ) : (
        <FileOutlined className="file-picture" aria-hidden />
      )}
      <span className="file-name">
        {open ? (
          file.name
        ) : (
          <a href={address} target="_blank" rel="noopener">
            {file.name}
          </a>
        )}{' '}
        <span className="quiet">{sizeText(file.bytes)}</span>
      </span>
    </>
  );
}

interface KeptProps {
  fileId: string;
  open: boolean;
  remove: (() => void) | undefined;
}

/** A file of a field by its id; one that is gone says so and can be put away. */
export function KeptRow({ fileId, open, remove }: KeptProps) {
  const { data, error } = useAnswer(
    'readFileInfo',
    { params: { fileId } },
    { staleTime: Infinity, enabled: !open, retry: false },
  );
  const name = data?.name ?? '文件';

  return (
    <li className="file-row">
      {data === undefined ? null : <FileLine file={data} open={open} />}
      {error === null ? null : <span className="file-fault">文件已过期或不可用，请删除后重新上传。</span>}
      {remove === undefined ? null : (
        <Button type="text" icon={<CloseOutlined />} aria-label={`删除 ${name}`} onClick={remove} />
      )}
    </li>
  );
}

/** A file on its way, or why it did not get through. */
export function SendingRow({ name, share, fault, cancel }: Sending) {
  return (
    <li className="file-row">
      <span className="file-name">{name}</span>
      {fault === undefined ? (
        <Progress
          percent={Math.round(share * 100)}
          size="small"
          aria-label={`${name} 的上传进度`}
          style={{ flex: 1 }}
        />
      ) : (
        <span role="alert" className="file-fault">
          {fault}
        </span>
      )}
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={fault === undefined ? `取消上传 ${name}` : `收起 ${name}`}
        onClick={cancel}
      />
    </li>
  );
}
