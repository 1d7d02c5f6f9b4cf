import { Checkbox, Form, Input } from 'antd';
import { Link } from 'react-router';

/** Name and phone, why they are asked and how they are protected. They may stay away, but where the locality asks for a phone. */
export function CallerFields({ asksPhone }: { asksPhone: boolean }) {
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 600, padding: 0 }}>{asksPhone ? '怎么联系您' : '怎么联系您（可以不填）'}</legend>
      <p className="quiet">
        {asksPhone ? '本地须留回访电话：' : '留了电话，'}
        承办单位可以先与您核实，办完会回访您。姓名和电话加密保存，只有办理需要的人说明理由后才能看到，每次查看都留痕；被反映的单位看不到。
        <Link to="/privacy">我的信息怎么用</Link>
      </p>
      <Form.Item name="name" label="称呼（可不填）" rules={[{ max: 40, message: '最多 40 字' }]}>
        <Input placeholder="例如：王女士" autoComplete="name" />
      </Form.Item>
      <Form.Item name="phone" label="电话" rules={[{ required: asksPhone, message: '请留一个能回访您的电话' }]}>
        <Input inputMode="tel" placeholder="手机，或带区号的座机" autoComplete="tel" />
      </Form.Item>
      <Form.Item name="confidential" valuePropName="checked">
        <Checkbox>要求保密：只有办理这件事的人能看到</Checkbox>
      </Form.Item>
    </fieldset>
  );
}
