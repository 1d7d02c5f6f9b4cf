import { App, Button, Card, Flex } from 'antd';
import type { RegisteredCase } from '../../api/contract/register.js';
import { CaseLink } from './case-link.js';

/** Number and code, large enough to be read out; Enter goes on to the next call. */
export function RegisteredCard({ registered, next }: { registered: RegisteredCase; next: () => void }) {
  const { message } = App.useApp();
  const { caseNumber, code } = registered;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`编号 ${caseNumber}，查询码 ${code}`);
      void message.success('已复制');
    } catch {
      void message.error('浏览器不让复制，请选中后按 Ctrl+C');
    }
  };

  return (
    <Card>
      <div role="status" className="intake-done">
        <h2>已登记，请读给来电人</h2>
        <dl>
          <div>
            <dt>编号</dt>
            <dd data-testid="case-number">{caseNumber}</dd>
          </div>
          <div>
            <dt>查询码</dt>
            <dd data-testid="code">{code}</dd>
          </div>
        </dl>
        {registered.registeredBefore === true ? (
          <p>上次提交时已经登记，没有重复登记；之后改过的内容不在其中，请打开这一件核对。</p>
        ) : null}
        <p className="quiet">查询码只显示这一次。凭编号和查询码可以查看进度、评价、撤诉。</p>
      </div>
      <Flex gap={8} wrap justify="center" align="center">
        <Button type="primary" size="large" autoFocus onClick={next}>
          下一个来电（回车）
        </Button>
        <Button size="large" onClick={() => void copy()}>
          复制
        </Button>
        <CaseLink caseNumber={caseNumber}>看这一件</CaseLink>
      </Flex>
    </Card>
  );
}
