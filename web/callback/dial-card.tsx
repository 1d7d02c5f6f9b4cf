import { PhoneOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Input } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import { useAct, useAnswer } from '../api/use-answer.js';

/** The number to dial: masked, shown when it is said what for. Each look is a step of the case. */
export function DialCard({ caseNumber, purpose }: { caseNumber: string; purpose: string }) {
  const { data: found } = useAnswer('readCase', { params: { caseNumber } });
  const reveal = useAct('revealCaller', ['readSteps']);
  const [reason, setReason] = useState(purpose);
  const { data: identity, error, isPending } = reveal;
  const caller = identity ?? found?.caller;
  const phone = identity?.phone ?? null;

  return (
    <Card size="small">
      <Flex gap={12} wrap align="center">
        <span style={{ fontSize: 18 }}>
          <PhoneOutlined aria-hidden /> {caller?.name ?? '未留姓名'} {caller?.phone ?? '未留电话'}
        </span>
        {phone === null ? null : <a href={`tel:${phone}`}>拨打 {phone}</a>}
      </Flex>
      {identity !== undefined || found?.caller?.phone == null ? null : (
        <Flex gap={8} wrap align="center" style={{ marginTop: 8 }}>
          <label htmlFor="reveal-reason">查看理由</label>
          <Input
            id="reveal-reason"
            value={reason}
            maxLength={200}
            onChange={({ target }) => setReason(target.value)}
            style={{ width: 220 }}
          />
          <Button
            loading={isPending}
            disabled={reason.trim() === ''}
            onClick={() => reveal.mutate({ params: { caseNumber }, body: { reason } })}
          >
            显示号码
          </Button>
          <span className="quiet">每次查看都会记入全程记录。</span>
        </Flex>
      )}
      {error === null ? null : <Alert type="error" showIcon title={sentenceOf(error)} style={{ marginTop: 8 }} />}
    </Card>
  );
}
