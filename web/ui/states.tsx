import { Button, Empty, Result, Skeleton } from 'antd';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import { ProblemError, sentenceOf } from '../api/problem.js';

/** While something is on its way. */
export function Loading({ what = '内容' }: { what?: string }) {
  return (
    <div role="status" aria-live="polite" aria-label={`正在加载${what}`}>
      <Skeleton active paragraph={{ rows: 4 }} />
    </div>
  );
}

/** There is nothing, and that is no fault. */
export function Nothing({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<span className="quiet">{children}</span>}>
      {act}
    </Empty>
  );
}

/** What went wrong and what to do: sign in, ask for the right, or try again. */
export function Failed({ error, retry }: { error: Error; retry?: () => void }) {
  const code = error instanceof ProblemError ? error.code : 'FAULT';
  if (code === 'SIGN_IN_NEEDED') return <SignInNeeded />;
  if (code === 'NOT_ALLOWED') return <NoPermission>{sentenceOf(error)}</NoPermission>;
  const again = retry === undefined ? undefined : <Button onClick={retry}>重试</Button>;

  return (
    <div role="alert">
      <Result
        status={code === 'NOT_FOUND' ? '404' : code === 'OFFLINE' ? 'warning' : 'error'}
        title={error instanceof ProblemError ? error.problem.title : '页面出错了'}
        subTitle={sentenceOf(error)}
        extra={again}
      />
    </div>
  );
}

export function NoPermission({ children = '您的岗位没有这一页的权限。' }: { children?: ReactNode }) {
  return (
    <div role="alert">
      <Result status="403" title="没有权限" subTitle={children} extra={<Link to="/">回到我的首页</Link>} />
    </div>
  );
}

function SignInNeeded() {
  const here = `${window.location.pathname}${window.location.search}`;

  return (
    <div role="alert">
      <Result
        status="warning"
        title="登录已过期"
        subTitle="您填写的内容还在本页。请登录后继续。"
        extra={<Link to={`/sign-in?to=${encodeURIComponent(here)}`}>重新登录</Link>}
      />
    </div>
  );
}
