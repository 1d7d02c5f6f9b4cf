import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Input, Space } from 'antd';
import { FileField } from '../files/file-field.js';
import { Field, inputOf, type PartProps } from './field.js';
import { Happened } from './happened.js';
import { titleOf } from './intake-fields.js';

const mostItems = 20;

/** What is told: in the caller's words, single demands where there are several, pictures and files. */
export function MatterCard({ fields, set, faults }: PartProps) {
  return (
    <Card title="反映的事" size="small">
      <Field label="来电内容" pointer="/text" faults={faults} required>
        <Input.TextArea
          {...inputOf(faults, '/text')}
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={5000}
          value={fields.text}
          onChange={({ target }) => set({ text: target.value })}
        />
      </Field>
      <Field label="标题" pointer="/title" faults={faults}>
        <Input
          {...inputOf(faults, '/title')}
          maxLength={120}
          autoComplete="off"
          placeholder={titleOf({ title: '', text: fields.text }) || '不填时取内容的第一句'}
          value={fields.title}
          onChange={({ target }) => set({ title: target.value })}
        />
      </Field>
      <Happened fields={fields} set={set} faults={faults} />
      <Demands fields={fields} set={set} faults={faults} />
      <Field label="照片和文件" pointer="/attachments" faults={faults}>
        <FileField label="照片和文件" value={fields.attachments} onChange={(attachments) => set({ attachments })} />
      </Field>
    </Card>
  );
}

function Demands({ fields: { items }, set, faults }: PartProps) {
  const change = (index: number, text: string) => set({ items: items.map((item, at) => (at === index ? text : item)) });

  return (
    <div role="group" aria-label="分项诉求" className="intake-demands">
      {items.map((item, index) => (
        <Field key={index} label={`第 ${index + 1} 项诉求`} pointer={`/items/${index}/text`} faults={faults}>
          <Space.Compact block>
            <Input
              {...inputOf(faults, `/items/${index}/text`)}
              maxLength={1000}
              autoFocus={item === ''}
              value={item}
              onChange={({ target }) => change(index, target.value)}
            />
            <Button
              icon={<CloseOutlined />}
              aria-label={`删除第 ${index + 1} 项诉求`}
              onClick={() => set({ items: items.filter((_item, at) => at !== index) })}
            />
          </Space.Compact>
        </Field>
      ))}
      {items.length >= mostItems ? null : (
        <Button icon={<PlusOutlined />} onClick={() => set({ items: [...items, ''] })}>
          {items.length === 0 ? '有几项诉求，分开记' : '再加一项'}
        </Button>
      )}
    </div>
  );
}
