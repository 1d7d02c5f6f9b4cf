import { Alert, Button, Card, Input, Radio } from 'antd';
import { Field, inputOf, type PartProps } from './field.js';
import type { Way } from './intake-fields.js';
import { idOf } from './use-intake.js';

const ways: readonly { value: Way; label: string }[] = [
  { value: 'handle', label: '受理，转交承办' },
  { value: 'answer', label: '当场答复' },
  { value: 'same-matter', label: '并入在办件' },
  { value: 'emergency', label: '紧急转接' },
  { value: 'later', label: '登记后再定' },
];

/** Where it goes from here, and what belongs to that. */
export function WayCard({ fields, set, faults }: PartProps) {
  const { way, mergeInto } = fields;

  return (
    <Card title="去向" size="small">
      <Field label="去向" pointer="/branch" faults={faults}>
        <Radio.Group
          id={idOf('/branch')}
          aria-label="去向"
          optionType="button"
          options={[...ways]}
          value={way}
          onChange={({ target }) => set({ way: target.value as Way })}
        />
      </Field>
      {way === 'same-matter' ? (
        <Field label="并入" pointer="/mergeInto" faults={faults} required>
          <span id={idOf('/mergeInto')} tabIndex={-1}>
            {mergeInto ?? '请在“可能是同一件事”中选'}
          </span>{' '}
          {mergeInto === undefined ? null : (
            <Button size="small" onClick={() => set({ way: 'handle', mergeInto: undefined })}>
              不并了
            </Button>
          )}
          <div className="quiet">办结时一并告知来电人。</div>
        </Field>
      ) : null}
      {way === 'answer' ? (
        <Field
          label="答复内容"
          pointer="/answer"
          faults={faults}
          required
          extra="照实记录对来电人说的话，会同时发短信。"
        >
          <Input.TextArea
            {...inputOf(faults, '/answer')}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2000}
            value={fields.answer}
            onChange={({ target }) => set({ answer: target.value })}
          />
        </Field>
      ) : null}
      {way === 'emergency' ? (
        <Alert type="info" showIcon title="先把电话转过去，再登记。要转去的专线在上面“线路”中选。" />
      ) : null}
      {way === 'later' ? (
        <Alert type="info" showIcon title="登记后在待办的“受理分类”中填写法定途径、涉密、不属受理范围等去向。" />
      ) : null}
    </Card>
  );
}
