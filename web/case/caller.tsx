import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '../../api/contract/case.js';
import { sentenceOf } from '../api/problem.js';
import { useAct } from '../api/use-answer.js';
import { useMe } from '../app/me.js';
import type { Role } from '../texts/words.js';

/** Roles that may need to know who called; the API decides. */
const needing: readonly Role[] = ['agent', 'clerk', 'deputy', 'callback', 'supervisor'];

/** 诉求人: masked, and shown to those who say what for. */
export function Caller({ found }: { found: CaseDetail }) {
  const [asking, setAsking] = useState(false);
  const me = useMe();
  const reveal = useAct('revealCaller', ['readSteps']);
  if (found.caller === null) return <span className="quiet">按规定不显示</span>;
  const { name, phone } = reveal.data ?? found.caller;
  const mayAsk =
    me?.roles.some((role) => needing.includes(role)) === true && (found.caller.name ?? found.caller.phone) !== null;

  return (
    <>
      {name ?? '匿名'} {phone ?? ''}{' '}
      {reveal.data === undefined && mayAsk ? (
        <Button size="small" onClick={() => setAsking(true)}>
          查看
        </Button>
      ) : null}
      <Modal open={asking} title="查看诉求人" footer={null} onCancel={() => setAsking(false)} destroyOnHidden>
        <p>查看会记入本件的全程记录：谁、何时、因何。</p>
        {reveal.error === null ? null : <Alert type="error" showIcon title={sentenceOf(reveal.error)} />}
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={({ reason }: { reason: string }) =>
            reveal.mutate(
              { params: { caseNumber: found.caseNumber }, body: { reason } },
              { onSuccess: () => setAsking(false) },
            )
          }
        >
          <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请写明理由' }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>
            查看
          </Button>
        </Form>
      </Modal>
    </>
  );
}
