import { App, Button, Card } from 'antd';
import { useState } from 'react';
import type { Progress } from '../../api/contract/progress.js';
import { dayText } from '../texts/moment.js';
import type { Access } from './access.js';
import { ReasonForm } from '../ui/reason-form.js';
import { useReopen } from './use-progress.js';

/** "没有解决": the closed case begins anew; where it cannot, why not and what to do instead. */
export function ReopenCard({ progress, access }: { progress: Progress; access: Access }) {
  const { stage, outcome, reopen } = progress;
  const [asking, setAsking] = useState(false);
  const { mutate, error, isPending } = useReopen(access);
  const { message } = App.useApp();
  if (stage !== 'closed' || outcome === 'withdrawn') return null;
  if (!reopen.allowed)
    return (
      <Card title="没有解决？" size="small">
        {reopen.why}。
      </Card>
    );
  const send = (reason: string) =>
    mutate(reason, { onSuccess: ({ round }) => void message.success(`已重新办理，这是第 ${round} 轮`) });

  return (
    <Card title="没有解决？" size="small">
      <p>
        办结不是终点。{dayText(reopen.until ?? '')}（含）以前还可以要求重新办理 {reopen.timesLeft}{' '}
        次：同一编号，从头再办一轮。
      </p>
      {asking ? (
        <ReasonForm
          label="哪里没有解决"
          placeholder="例如：修好两天又漏了"
          send="要求重新办理"
          most={500}
          busy={isPending}
          error={error}
          onSend={send}
          onStop={() => setAsking(false)}
        />
      ) : (
        <Button onClick={() => setAsking(true)}>没有解决，重新办理</Button>
      )}
    </Card>
  );
}
