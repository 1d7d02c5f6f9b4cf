import { Alert, Button, Divider } from 'antd';
import { addressOf } from '../api/call.js';
import { useAnswer } from '../api/use-answer.js';

const refusals: Readonly<Record<string, string>> = {
  unreachable: '统一身份认证暂时连接不上，请稍后再试，或用本系统的用户名登录。',
  expired: '登录用时过长或页面已过期，请再登录一次。',
  refused: '统一身份认证没有通过，请再试一次。',
  unknown: '您已通过统一身份认证，但本系统没有您的账号或账号已停用，请联系管理员。',
};

/** A button to the provider where one is set up, and what came of it. `to`: where to go back to. */
export function SignInElsewhere({ to, refusal }: { to: string; refusal: string | null }) {
  const { data } = useAnswer('readSignInWays', {}, { staleTime: Infinity });
  const told = refusal === null ? undefined : refusals[refusal];

  return (
    <>
      {told === undefined ? null : <Alert type="error" showIcon title={told} style={{ marginBottom: 16 }} />}
      {data?.oidc == null ? null : (
        <>
          <Button block size="large" href={addressOf('signInElsewhere', {}, { to })}>
            {data.oidc.name}登录
          </Button>
          <Divider plain>或用本系统的用户名</Divider>
        </>
      )}
    </>
  );
}
