import { App, Button, Card } from 'antd';
import { useState } from 'react';
import type { Access } from './access.js';
import { ReasonForm } from '../ui/reason-form.js';
import { useWithdraw } from './use-progress.js';

/** 撤诉: whoever reported takes it back; it cannot be reopened afterwards. */
export function WithdrawCard({ access }: { access: Access }) {
  const [asking, setAsking] = useState(false);
  const { mutate, error, isPending } = useWithdraw(access);
  const { message } = App.useApp();
  if (!asking)
    return (
      <div>
        <Button type="text" onClick={() => setAsking(true)}>
          不用办了？撤回诉求
        </Button>
      </div>
    );

  return (
    <Card title="撤回诉求" size="small">
      <p>撤回后单位停止办理，本编号不能再重新办理。</p>
      <ReasonForm
        label="为什么撤回"
        placeholder="例如：已经自己解决了"
        send="确认撤回"
        most={200}
        danger
        busy={isPending}
        error={error}
        onSend={(reason) => mutate(reason, { onSuccess: () => void message.success('已登记撤诉') })}
        onStop={() => setAsking(false)}
      />
    </Card>
  );
}
