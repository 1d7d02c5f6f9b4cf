import { Card, Checkbox, Col, Input, Row, Select } from 'antd';
import type { Choices } from '../../api/contract/locality.js';
import { Field, inputOf, type PartProps } from './field.js';

/** Channel of the centre's own regular reports (考核通报): nobody calls by it. */
const MADE_HERE = 'assessment';

/** Who calls, and how: the first thing that is known. */
export function CallerCard({ fields, set, faults, choices }: PartProps & { choices: Choices }) {
  return (
    <Card title="来电人" size="small">
      <Row gutter={12}>
        <Col xs={24} sm={10}>
          <Field label="来电号码" pointer="/caller/phone" faults={faults}>
            <Input
              {...inputOf(faults, '/caller/phone')}
              autoFocus
              inputMode="tel"
              autoComplete="off"
              maxLength={32}
              value={fields.phone}
              onChange={({ target }) => set({ phone: target.value })}
            />
          </Field>
        </Col>
        <Col xs={12} sm={6}>
          <Field label="称呼" pointer="/caller/name" faults={faults}>
            <Input
              {...inputOf(faults, '/caller/name')}
              autoComplete="off"
              maxLength={40}
              value={fields.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          </Field>
        </Col>
        <Col xs={12} sm={8}>
          <Field label="渠道" pointer="/channel" faults={faults}>
            <Select
              {...inputOf(faults, '/channel')}
              options={choices.channels.filter(({ value }) => value !== MADE_HERE)}
              value={fields.channel}
              onChange={(channel: string) => set({ channel })}
            />
          </Field>
        </Col>
      </Row>
      <Row gutter={12} align="middle">
        {choices.lines.length === 0 ? null : (
          <Col xs={24} sm={12}>
            <Field label="线路" pointer="/lineId" faults={faults} required={fields.way === 'emergency'}>
              <Select
                {...inputOf(faults, '/lineId')}
                options={choices.lines}
                value={fields.lineId}
                onChange={(lineId: string | undefined) => set({ lineId })}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder="专线转来，或要转去的专线"
              />
            </Field>
          </Col>
        )}
        <Col xs={24} sm={12}>
          <Checkbox checked={fields.confidential} onChange={({ target }) => set({ confidential: target.checked })}>
            来电人要求保密
          </Checkbox>
        </Col>
      </Row>
    </Card>
  );
}
