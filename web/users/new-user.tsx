import { Alert, Button, Form, Input, Modal, Select, Typography } from 'antd';
import type { CreateUser } from '../../api/contract/session.js';
import { ProblemError, sentenceOf } from '../api/problem.js';
import { useAct } from '../api/use-answer.js';
import { useNames } from '../api/use-names.js';
import { roleWords } from '../texts/words.js';
import { LocalityPicker } from './locality-picker.js';

const required = { required: true, message: '必填' };
const roles = Object.entries(roleWords).map(([value, label]) => ({ value, label }));

/** A new account; its password is shown this once. */
export function NewUser({ locality, close }: { locality: string | undefined; close: () => void }) {
  const [form] = Form.useForm<CreateUser>();
  const place = Form.useWatch('locality', form) ?? locality;
  const names = useNames(place);
  const { mutate, data, error, isPending } = useAct('createUser', ['listUsers']);
  const create = (wanted: CreateUser) => {
    const body = Object.fromEntries(Object.entries({ locality, ...wanted }).filter(([, value]) => value !== undefined));
    mutate(
      { body: body as CreateUser },
      {
        onError: (refusal) => {
          if (refusal instanceof ProblemError)
            form.setFields(
              refusal.fields.map(({ field, reason }) => ({
                name: field.split('/')[1] as keyof CreateUser,
                errors: [reason],
              })),
            );
        },
      },
    );
  };
  if (data !== undefined) return <Created userId={data.user.userId} password={data.password} close={close} />;

  return (
    <Modal
      open
      title="新建账号"
      okText="新建"
      cancelText="取消"
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      {error === null ? null : <Alert type="error" showIcon title={sentenceOf(error)} />}
      <Form form={form} layout="vertical" onFinish={create} requiredMark={false}>
        {locality === undefined ? (
          <Form.Item name="locality" label="地方">
            <LocalityPicker />
          </Form.Item>
        ) : null}
        <Form.Item name="userId" label="用户名" rules={[required]} extra="小写字母、数字、点和短横">
          <Input maxLength={160} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label="名称（岗位）" rules={[required]}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="roles" label="角色" rules={[required]}>
          <Select mode="multiple" options={roles} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="unitId" label="单位">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={names.units
              .filter(({ abolished }) => !abolished)
              .map(({ unitId, name }) => ({ value: unitId, label: name }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Created({ userId, password, close }: { userId: string; password: string; close: () => void }) {
  return (
    <Modal
      open
      title="账号已建"
      onCancel={close}
      mask={{ closable: false }}
      footer={<Button onClick={close}>已记下</Button>}
    >
      <p>用户名：{userId}</p>
      <p>
        初始密码：
        <Typography.Text copyable code>
          {password}
        </Typography.Text>
      </p>
      <Alert type="warning" showIcon title="密码只显示这一次，请现在告知本人，并请其登录后修改。" />
    </Modal>
  );
}
