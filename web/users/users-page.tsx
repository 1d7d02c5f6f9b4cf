import { App, Button, Input, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import type { User } from '../../api/contract/session.js';
import { sentenceOf } from '../api/problem.js';
import { useAct, useAnswer } from '../api/use-answer.js';
import { useNames } from '../api/use-names.js';
import { useMe } from '../app/me.js';
import { roleWords } from '../texts/words.js';
import { ListPages } from '../ui/list-pages.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import { pageOf, useAddressFilter } from '../ui/use-address-filter.js';
import { LocalityPicker } from './locality-picker.js';
import { NewUser } from './new-user.js';
import '../tasks/inbox.css';

const limit = 50;

/** 账号: who may sign in, found by name or user id. */
export function UsersPage() {
  const me = useMe();
  const [params, change] = useAddressFilter();
  const [making, setMaking] = useState(false);
  const picked = params.get('locality') ?? undefined;
  const locality = me?.locality ?? picked;
  const text = params.get('text')?.trim() ?? '';
  const page = pageOf(params);
  const { data, error, refetch } = useAnswer('listUsers', {
    query: { page, limit, ...(locality === undefined ? {} : { locality }), ...(text === '' ? {} : { text }) },
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
      <div className="inbox-filters" role="search">
        {me?.locality === null ? (
          <LocalityPicker value={picked} onChange={(value) => change({ locality: value })} />
        ) : null}
        <Input.Search
          aria-label="查找账号"
          placeholder="名称或用户名"
          allowClear
          maxLength={60}
          defaultValue={text}
          onSearch={(typed) => change({ text: typed })}
          style={{ width: 240 }}
        />
      </div>
      {data === undefined ? (
        error === null ? (
          <Loading what="账号" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <>
          {data.items.length === 0 ? <Nothing>没有符合条件的账号。</Nothing> : null}
          <ul className="inbox" aria-label="账号">
            {data.items.map((user) => (
              <Row key={user.userId} user={user} isMe={user.userId === me?.userId} />
            ))}
          </ul>
          <ListPages page={page} size={limit} total={data.total} go={(next) => change({ page: String(next) })} />
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
