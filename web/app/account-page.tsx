import { App, Button, Card, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { sentenceOf } from '../api/problem.js';
import { useAct } from '../api/use-answer.js';
import { Page } from '../ui/page.js';

interface Wanted {
  oldPassword: string;
  newPassword: string;
  again: string;
}

const required = { required: true, message: '必填' };

/** Changes the own password; one signs in again with the new one. */
export function AccountPage() {
  const { mutate, isPending } = useAct('changePassword', ['readMe']);
  const { message } = App.useApp();
  const go = useNavigate();
  const change = ({ oldPassword, newPassword }: Wanted) =>
    mutate(
      { body: { oldPassword, newPassword } },
      {
        onSuccess: () => {
          void message.success('密码已修改，请重新登录');
          void go('/sign-in');
        },
        onError: (error) => void message.error(sentenceOf(error)),
      },
    );

  return (
    <Page title="修改密码" narrow>
      <Card>
        <Form<Wanted> layout="vertical" onFinish={change} requiredMark={false}>
          <Form.Item name="oldPassword" label="原密码" rules={[required]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="newPassword" label="新密码" rules={[required, { min: 10, message: '至少 10 个字符' }]}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label="再输一遍新密码"
            dependencies={['newPassword']}
            rules={[
              required,
              ({ getFieldValue }) => ({
                validator: (_rule, value: string) =>
                  value === getFieldValue('newPassword')
                    ? Promise.resolve()
                    : Promise.reject(new Error('两次输入不一致')),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={isPending}>
            修改
          </Button>
        </Form>
      </Card>
    </Page>
  );
}
