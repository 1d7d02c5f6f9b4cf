import { CameraOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useEffect, useRef, type ChangeEvent } from 'react';
import type { FileRules } from '../../api/contract/file.js';
import { useAnswer } from '../api/use-answer.js';
import { KeptRow, SendingRow } from './file-row.js';
import { sizeText } from './upload.js';
import { useUploads } from './use-uploads.js';

export interface FileFieldProps {
  /** Ids of the files; so it stands in a form's item. */
  value?: readonly string[] | undefined;
  onChange?: ((fileIds: string[]) => void) | undefined;
  id?: string;
  /** What the files are for, as a screen reader says it. */
  label: string;
  /** Most files. Default 10. */
  most?: number;
  /** What the picker offers first, as an `accept` of HTML. */
  accept?: string | undefined;
  /** For people who are not signed in. */
  open?: boolean;
  disabled?: boolean | undefined;
}

/** Chooses files or takes a photo, sends them at once, shows them, puts them away again. */
export function FileField({
  value = [],
  onChange,
  most = 10,
  open = false,
  disabled = false,
  ...props
}: FileFieldProps) {
  const { data: rules } = useAnswer('readFileRules', {}, { staleTime: Infinity });
  const chosen = useRef<readonly string[]>(value);
  useEffect(() => {
    chosen.current = value;
  });
  const set = (fileIds: string[]) => {
    chosen.current = fileIds;
    onChange?.(fileIds);
  };
  const { sending, send } = useUploads({ open, rules, onSent: ({ fileId }) => set([...chosen.current, fileId]) });
  const full = value.length >= most;
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    send([...(target.files ?? [])].slice(0, most - value.length));
    target.value = '';
  };

  return (
    <div className="file-field" role="group" aria-label={props.label}>
      {value.length + sending.length === 0 ? null : (
        <ul>
          {value.map((fileId) => (
            <KeptRow
              key={fileId}
              fileId={fileId}
              open={open}
              remove={disabled ? undefined : () => set(value.filter((other) => other !== fileId))}
            />
          ))}
          {sending.map((one) => (
            <SendingRow {...one} key={one.key} />
          ))}
        </ul>
      )}
      {disabled || full ? null : (
        <Pickers
          pick={pick}
          accept={accepted(props.accept, rules)}
          pictures={accepted('image/*', rules)}
          label={props.label}
          id={props.id}
          most={most}
        />
      )}
      {rules === undefined || disabled ? null : (
        <div className="quiet file-rules">
          {full ? `最多 ${most} 个文件。` : null}每个不超过 {sizeText(rules.maxBytes)}：{rules.extensions.join('、')}
        </div>
      )}
    </div>
  );
}

/** Kinds by name, all that are taken where a form says nothing: a phone turns a photo of another kind (HEIC) into one of these. */
function accepted(accept: string | undefined, rules: FileRules | undefined): string | undefined {
  if (rules === undefined) return accept;
  const pictures = rules.mediaTypes.filter((type) => type.startsWith('image/'));

  return accept?.replace('image/*', pictures.join()) ?? rules.mediaTypes.join();
}

interface PickersProps {
  pick: (event: ChangeEvent<HTMLInputElement>) => void;
  accept: string | undefined;
  /** What the camera may bring. */
  pictures: string | undefined;
  label: string;
  id: string | undefined;
  most: number;
}

/** Forms of antd show file inputs, also those that are hidden. */
const unseen = { display: 'none' } as const;

function Pickers({ pick, accept, pictures, label, id, most }: PickersProps) {
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);

  return (
    <Flex gap={8} wrap>
      <input
        ref={files}
        type="file"
        hidden
        style={unseen}
        multiple={most > 1}
        accept={accept}
        onChange={pick}
        data-files={label}
      />
      <input ref={camera} type="file" hidden style={unseen} accept={pictures} capture="environment" onChange={pick} />
      <Button id={id} icon={<PaperClipOutlined />} onClick={() => files.current?.click()}>
        选择文件
      </Button>
      <Button className="file-camera" icon={<CameraOutlined />} onClick={() => camera.current?.click()}>
        拍照
      </Button>
    </Flex>
  );
}
