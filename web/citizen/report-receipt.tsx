import { CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { App, Button, Card, Flex } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { RegisteredCase } from '../../api/contract/register.js';
import { keptAccess } from './access.js';

interface ReceiptProps {
  registered: RegisteredCase;
  hotline: string;
  /** Whoever is signed in finds the case in their own list too. */
  signedIn: boolean;
  onNext: () => void;
}

/** Number and code, told this once, large enough for a screenshot. */
export function ReportReceipt({ registered, hotline, signedIn, onNext }: ReceiptProps) {
  const { caseNumber, code } = registered;
  const heading = useRef<HTMLHeadingElement>(null);
  const go = useNavigate();
  useEffect(() => heading.current?.focus(), []);
  const follow = () => {
    keptAccess.set(signedIn ? { caseNumber } : registered);
    void go(signedIn ? `/my-cases/${caseNumber}` : '/follow');
  };

  return (
    <Card>
      <h2 ref={heading} tabIndex={-1} style={{ marginTop: 0, outline: 'none' }}>
        已收到，正在为您登记办理
      </h2>
      <p>
        请记下编号和查询码：<strong>查询码只显示这一次</strong>，凭它查进度、评价、反映没有解决。
      </p>
      {registered.registeredBefore === true ? (
        <p className="quiet">上次提交时其实已经收到，没有重复登记；内容以那一次为准。</p>
      ) : null}
      <dl className="receipt">
        <dt>编号</dt>
        <dd data-part="number">{caseNumber}</dd>
        <dt>查询码</dt>
        <dd data-part="code">{code}</dd>
      </dl>
      <Keep
        text={`诉求编号：${caseNumber}\n查询码：${code}\n查询进度：${location.origin}/follow\n热线：${hotline}\n`}
      />
      <Flex vertical gap={8}>
        <Button type="primary" block onClick={follow}>
          查看进度
        </Button>
        <Button block onClick={onNext}>
          再反映一件事
        </Button>
      </Flex>
    </Card>
  );
}

function Keep({ text }: { text: string }) {
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      void message.success('已复制');
    } catch {
      // Without TLS a browser lets no page write to the clipboard.
      void message.warning('浏览器不允许自动复制，请长按编号和查询码复制，或截图');
    }
  };
  const save = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: '诉求编号和查询码.txt' });
    link.click();
    URL.revokeObjectURL(address);
  };

  return (
    <Flex gap={8} align="center" wrap style={{ margin: '12px 0 16px' }}>
      <Button icon={<CopyOutlined />} onClick={() => void copy()}>
        复制
      </Button>
      <Button icon={<DownloadOutlined />} onClick={save}>
        保存
      </Button>
      <span className="quiet">或者截图</span>
    </Flex>
  );
}
