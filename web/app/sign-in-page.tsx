import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { SignIn } from '../../api/contract/session.js';
import { sentenceOf } from '../api/problem.js';
import { useAct } from '../api/use-answer.js';
import { Page } from '../ui/page.js';
import { useSessionEnded } from './me.js';
import { SignInElsewhere } from './sign-in-elsewhere.js';

/** Signs in and goes back to where one was. */
export function SignInPage() {
  const { mutate, error, isPending } = useAct('signIn');
  const client = useQueryClient();
  const ended = useSessionEnded();
  const [search] = useSearchParams();
  const go = useNavigate();
  const signIn = (body: SignIn) =>
    mutate(
      { body },
      {
        onSuccess: ({ user }) => {
          client.setQueryData(['readMe', {}], user);
          client.setQueryData(['sessionEnded'], false);
          void go(ownAddress(search.get('to')), { replace: true });
        },
      },
    );

  return (
    <Page title="登录" narrow>
      <Card>
        {ended ? (
          <Alert
            type="warning"
            showIcon
            title="登录已过期，请重新登录，随后回到刚才的页面。"
            style={{ marginBottom: 16 }}
          />
        ) : null}
        <SignInElsewhere to={ownAddress(search.get('to'))} refusal={search.get('oidc')} />
        {error === null ? null : <Alert type="error" showIcon title={sentenceOf(error)} style={{ marginBottom: 16 }} />}
        <Form<SignIn> layout="vertical" onFinish={signIn} requiredMark={false}>
          <Form.Item name="userId" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={isPending} block>
            登录
          </Button>
        </Form>
      </Card>
    </Page>
  );
}

/** Only pages of our own: an address of elsewhere leads home. */
export const ownAddress = (to: string | null): string => (to !== null && /^\/(?![/\\])/.test(to) ? to : '/');
