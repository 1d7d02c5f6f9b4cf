import { Alert, Button, Card, Form, Input } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Locality } from '../../api/contract/locality.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import type { Me } from '../../api/contract/session.js';
import { ProblemError, sentenceOf } from '../api/problem.js';
import { newRequestId } from '../api/request-id.js';
import { FileField } from '../files/file-field.js';
import { uploadsOver } from '../files/in-flight.js';
import { DateField } from '../form/date-field.js';
import { CallerFields } from './caller-fields.js';
import { formFaults } from './field-faults.js';
import { ItemFields } from './item-fields.js';
import { PlaceFields, type Point } from './place-fields.js';
import { reportDraft, type ReportFields } from './report-draft.js';
import { sendReport } from './send-report.js';

interface ReportFormProps {
  locality: Locality;
  me: Me | null;
  onDone: (registered: RegisteredCase) => void;
}

/** Where the API's faults stand in the form. */
const names = {
  '/title': 'text',
  '/text': 'text',
  '/occurredAt': 'occurredAt',
  '/place/unitId': 'unit',
  '/place/address': 'address',
  '/caller/name': 'name',
  '/caller/phone': 'phone',
  '/attachments': 'attachments',
} as const;

/** What happened, where, and how to reach whoever says so. What is typed is kept until it is sent. */
export function ReportForm({ locality, me, onDone }: ReportFormProps) {
  const [form] = Form.useForm<ReportFields>();
  const client = useQueryClient();
  const [draft] = useState(() => ({ requestId: newRequestId(), ...reportDraft.read() }));
  const [point, setPoint] = useState(draft.point);
  const whole = (fields: ReportFields, at: Point | undefined): ReportFields => ({
    ...fields,
    requestId: draft.requestId,
    ...(at && { point: at }),
  });
  const keep = (at: Point | undefined) => reportDraft.keep(whole(form.getFieldsValue(), at));
  const { mutate, error, isPending } = useMutation({
    mutationFn: (fields: ReportFields) => sendReport(locality.localityId, whole(fields, point), me),
    onSuccess: (registered) => {
      reportDraft.forget();
      void client.invalidateQueries({ queryKey: ['listCases'] });
      onDone(registered);
    },
    onError: (fault) => {
      const faults = fault instanceof ProblemError ? formFaults(fault.fields, names) : [];
      form.setFields(faults as never);
      if (faults[0] !== undefined) form.scrollToField(faults[0].name, { block: 'center' });
    },
  });

  return (
    <Form<ReportFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={draft}
      onValuesChange={() => keep(point)}
      onFinish={mutate}
      scrollToFirstError={{ block: 'center' }}
    >
      <Card style={{ marginBottom: 16 }}>
        <Form.Item
          name="text"
          label="发生了什么"
          rules={[
            { required: true, whitespace: true, message: '请写下发生了什么' },
            { max: 5000, message: '最多 5000 字' },
          ]}
        >
          <Input.TextArea
            autoSize={{ minRows: 4, maxRows: 16 }}
            placeholder="什么时候、什么事、您希望怎样解决。用自己的话说就行。"
          />
        </Form.Item>
        <ItemFields />
        <Form.Item name="occurredAt" label="什么时候发生的（可不填）" rules={[{ validator: notLater }]}>
          <DateField subtype="datetime" past />
        </Form.Item>
        <PlaceFields
          localityId={locality.localityId}
          point={point}
          onPoint={(next) => {
            setPoint(next);
            keep(next);
          }}
        />
        <Form.Item name="attachments" label="照片或文件" rules={[{ validator: uploadsOver }]} validateTrigger={[]}>
          <FileField label="照片或文件" open={me === null} />
        </Form.Item>
      </Card>
      <Card style={{ marginBottom: 16 }}>
        <CallerFields asksPhone={locality.asksPhone} />
      </Card>
      {error === null ? null : <Alert type="error" showIcon title={sentenceOf(error)} style={{ marginBottom: 16 }} />}
      <Button type="primary" size="large" htmlType="submit" loading={isPending} block>
        提交
      </Button>
    </Form>
  );
}

const notLater = (_rule: unknown, told?: string): Promise<void> =>
  told === undefined || Date.parse(told) <= Date.now() ? Promise.resolve() : Promise.reject(new Error('不能晚于现在'));
