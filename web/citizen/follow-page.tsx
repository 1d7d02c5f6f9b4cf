import { Alert, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import { Page } from '../ui/page.js';
import { Loading } from '../ui/states.js';
import { keptAccess, type Access } from './access.js';
import './citizen.css';
import { ProgressView } from './progress-view.js';
import { useProgress } from './use-progress.js';

interface Asked {
  caseNumber: string;
  code: string;
}

/** Where a case is, for whoever knows its number and code. Neither stands in the address, nor is kept on the machine. */
export function FollowPage() {
  const [access, setAccess] = useState<Access | undefined>(keptAccess.get);
  const { data, error, isFetching } = useProgress(access);
  const look = (next: Access | undefined) => {
    keptAccess.set(next);
    setAccess(next);
  };

  return (
    <Page
      title="查询进度"
      narrow
      acts={data === undefined ? null : <Button onClick={() => look(undefined)}>查另一件</Button>}
    >
      {data === undefined || access === undefined ? (
        <LookUp error={error} busy={isFetching} look={look} />
      ) : (
        <ProgressView progress={data} access={access} />
      )}
      {data === undefined && isFetching ? <Loading what="进度" /> : null}
    </Page>
  );
}

interface LookUpProps {
  error: Error | null;
  busy: boolean;
  look: (access: Asked) => void;
}

function LookUp({ error, busy, look }: LookUpProps) {
  const submit = ({ caseNumber, code }: Asked) => look({ caseNumber: plain(caseNumber), code: plain(code) });

  return (
    <Card>
      <p>提交诉求时会得到编号和查询码；打过热线的，可以向坐席要。</p>
      {error === null || busy ? null : (
        <Alert type="error" showIcon title={sentenceOf(error)} style={{ marginBottom: 16 }} />
      )}
      <Form<Asked> layout="vertical" requiredMark={false} onFinish={submit} autoComplete="off">
        <Form.Item
          name="caseNumber"
          label="编号"
          rules={[
            { required: true, message: '请填写编号' },
            {
              validator: (_rule, value?: string) =>
                isNumber(value) ? Promise.resolve() : Promise.reject(new Error('编号的样子：BC-20191221-0001')),
            },
          ]}
        >
          <Input
            placeholder="例如 BC-20191221-0001"
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
          />
        </Form.Item>
        <Form.Item
          name="code"
          label="查询码"
          rules={[
            { required: true, message: '请填写查询码' },
            { min: 4, message: '查询码太短' },
            { max: 32, message: '查询码太长' },
          ]}
        >
          <Input placeholder="8 位字母和数字" autoCapitalize="characters" autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} block>
          查询
        </Button>
      </Form>
    </Card>
  );
}

/** As it is kept: capital letters, narrow characters, no blanks. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

const isNumber = (text = ''): boolean => text.trim() === '' || /^[A-Z]{2,8}-\d{8}-\d{4,8}$/.test(plain(text));
