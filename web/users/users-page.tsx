import { App, Button, Pagination, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import type { User } from '../../api/contract/session.js';
import { sentenceOf } from '../api/problem.js';
import { useAct, useAnswer } from '../api/use-answer.js';
import { useNames } from '../api/use-names.js';
import { useMe } from '../app/me.js';
import { roleWords } from '../texts/words.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import { LocalityPicker } from './locality-picker.js';
import { NewUser } from './new-user.js';
import '../tasks/inbox.css';

const limit = 50;

/** 账号: who may sign in. */
export function UsersPage() {
  const me = useMe();
  const [picked, pick] = useState<string>();
  const [page, setPage] = useState(1);
  const [making, setMaking] = useState(false);
  const locality = me?.locality ?? picked;
  const { data, error, refetch } = useAnswer('listUsers', {
    query: { page, limit, ...(locality === undefined ? {} : { locality }) },
  });

  return (
    <Page
      title="账号"
      acts={
        <Button type="primary" onClick={() => setMaking(true)}>
          新建账号
        </Button>
      }
    >
      {me?.locality === null ? (
        <LocalityPicker
          value={picked}
          onChange={(value) => {
            pick(value);
            setPage(1);
          }}
        />
      ) : null}
      {data === undefined ? (
        error === null ? (
          <Loading what="账号" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <>
          {data.items.length === 0 ? <Nothing>没有账号。</Nothing> : null}
          <ul className="inbox" aria-label="账号">
            {data.items.map((user) => (
              <Row key={user.userId} user={user} isMe={user.userId === me?.userId} />
            ))}
          </ul>
          <Pagination
            current={page}
            pageSize={limit}
            total={data.total}
            onChange={setPage}
            showSizeChanger={false}
            hideOnSinglePage
          />
        </>
      )}
      {making ? <NewUser locality={locality} close={() => setMaking(false)} /> : null}
    </Page>
  );
}

function Row({ user, isMe }: { user: User; isMe: boolean }) {
  const names = useNames(user.locality);
  const { message } = App.useApp();
  const { mutate, isPending } = useAct('changeUser', ['listUsers']);
  const change = () =>
    mutate(
      { params: { userId: user.userId }, body: { disabled: !user.disabled } },
      {
        onSuccess: () => void message.success(user.disabled ? '已启用' : '已停用'),
        onError: (error) => void message.error(sentenceOf(error)),
      },
    );

  return (
    <li className="inbox-row">
      <span />
      <div className="inbox-what">
        <strong>{user.name}</strong> {user.disabled ? <Tag>已停用</Tag> : null}
        <div className="quiet">{user.userId}</div>
      </div>
      <div className="inbox-line inbox-when">
        <span>{names.unit(user.unitId)}</span>
        <span className="quiet">{user.roles.map((role) => roleWords[role]).join('、')}</span>
      </div>
      <div className="inbox-acts">
        {isMe ? (
          <span className="quiet">您自己</span>
        ) : user.disabled ? (
          <Button size="small" loading={isPending} onClick={change} aria-label={`启用 ${user.userId}`}>
            启用
          </Button>
        ) : (
          <Popconfirm title="停用后立即退出登录，确定吗？" okText="停用" cancelText="取消" onConfirm={change}>
            <Button size="small" loading={isPending} aria-label={`停用 ${user.userId}`}>
              停用
            </Button>
          </Popconfirm>
        )}
      </div>
    </li>
  );
}
