import { Alert, App, Button, Card, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { RatingForm, RatingQuestion } from '../../api/contract/progress.js';
import { ProblemError, sentenceOf } from '../api/problem.js';
import { Moment } from '../ui/moment.js';
import type { Access } from './access.js';
import { formFaults } from './field-faults.js';
import { useRate } from './use-progress.js';

interface RateProps {
  rating: RatingForm;
  access: Access;
  closed: boolean;
  /** It may begin anew: a rating alone does not bring that about. */
  reopens: boolean;
}

type Answers = Record<string, string>;

/** 好差评: the questions of the locality's own callback. What was said can be read, and said otherwise. */
export function RateCard({ rating, access, closed, reopens }: RateProps) {
  const [changing, setChanging] = useState(rating.given === null);
  if (!changing)
    return (
      <Card title="您的评价" size="small" extra={<Button onClick={() => setChanging(true)}>修改评价</Button>}>
        <Given rating={rating} />
        {reopens && rating.given?.['solved'] === 'no' ? (
          <Alert
            type="info"
            showIcon
            title="评价已记下。要重新办理，请点下面的“没有解决，重新办理”。"
            style={{ marginTop: 12 }}
          />
        ) : null}
      </Card>
    );

  return (
    <Card title={rating.given === null ? '请您评价' : '修改评价'} size="small">
      <p className="quiet">
        {closed ? '您的评价计入对承办单位的考核。' : '回访员会看到您的评价；没有解决的，将继续办理。'}
        {rating.given === null ? '' : '修改会留下记录，以最后一次为准。'}
      </p>
      <Rate rating={rating} access={access} onDone={() => setChanging(false)} />
    </Card>
  );
}

function Given({ rating: { questions, given, givenAt } }: { rating: RatingForm }) {
  const said = questions.flatMap(({ key, label, options }) => {
    const value = given?.[key];
    if (typeof value !== 'string' || value === '') return [];

    return [{ label, value: options.find((option) => option.value === value)?.label ?? value }];
  });

  return (
    <>
      {said.map(({ label, value }) => (
        <p key={label} style={{ margin: '0 0 4px' }}>
          <span className="quiet">{label}</span> {value}
        </p>
      ))}
      <p className="quiet" style={{ margin: 0 }}>
        <Moment at={givenAt} />
      </p>
    </>
  );
}

function Rate({ rating, access, onDone }: Pick<RateProps, 'rating' | 'access'> & { onDone: () => void }) {
  const [form] = Form.useForm<Answers>();
  const { mutate, error, isPending } = useRate(access);
  const { message } = App.useApp();
  const rate = (answers: Answers) =>
    mutate(Object.fromEntries(Object.entries(answers).filter(([, value]) => value)), {
      onSuccess: ({ changed }) => {
        void message.success(changed ? '已改为新的评价' : '谢谢您的评价');
        onDone();
      },
      onError: (fault) => {
        const faults = fault instanceof ProblemError ? formFaults(fault.fields, {}) : [];
        form.setFields(faults.map(({ name: [, key], errors }) => ({ name: [String(key)], errors })) as never);
      },
    });

  return (
    <Form<Answers>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={rating.given ?? {}}
      onFinish={rate}
      scrollToFirstError
    >
      {rating.questions.map((question) => (
        <Question key={question.key} of={question} />
      ))}
      {error === null ? null : <Alert type="error" showIcon title={sentenceOf(error)} style={{ marginBottom: 16 }} />}
      <Button type="primary" htmlType="submit" loading={isPending} block>
        提交评价
      </Button>
    </Form>
  );
}

function Question({ of: { key, label, required, options } }: { of: RatingQuestion }) {
  return (
    <Form.Item name={key} label={required ? label : `${label}（可不填）`} rules={[{ required, message: '请选一项' }]}>
      {options.length === 0 ? (
        <Input.TextArea rows={3} maxLength={2000} />
      ) : (
        <Radio.Group options={options} aria-label={label} />
      )}
    </Form.Item>
  );
}
