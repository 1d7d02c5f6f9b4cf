import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input } from 'antd';

const most = 20;

/** Several demands, each of which gets an answer of its own. */
export function ItemFields() {
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <Form.Item label={fields.length === 0 ? undefined : '各项诉求'} style={{ marginBottom: 16 }}>
          {fields.map(({ key, name }) => (
            <Flex key={key} gap={8} style={{ marginBottom: 8 }}>
              <Form.Item
                name={[name, 'text']}
                rules={[
                  { required: true, whitespace: true, message: '请写明这一项，或删去' },
                  { max: 1000, message: '最多 1000 字' },
                ]}
                style={{ flex: 1, marginBottom: 0 }}
              >
                <Input placeholder={`第 ${name + 1} 项`} aria-label={`第 ${name + 1} 项诉求`} />
              </Form.Item>
              <Button icon={<DeleteOutlined />} aria-label={`删去第 ${name + 1} 项`} onClick={() => remove(name)} />
            </Flex>
          ))}
          {fields.length >= most ? null : (
            <Button icon={<PlusOutlined />} onClick={() => add({ text: '' })}>
              {fields.length === 0 ? '不止一件事？分项写，逐项答复' : '再加一项'}
            </Button>
          )}
        </Form.Item>
      )}
    </Form.List>
  );
}
