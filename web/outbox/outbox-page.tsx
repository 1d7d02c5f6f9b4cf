import { Input, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { OutboxMessage } from '../../api/contract/instance.js';
import { useAnswer } from '../api/use-answer.js';
import { useNames, type Names } from '../api/use-names.js';
import { noticeWord } from '../texts/act-words.js';
import { Moment } from '../ui/moment.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import '../tasks/inbox.css';

const channels: Readonly<Record<string, string>> = {
  sms: '短信',
  phone: '电话',
  wechat: '微信',
  mail: '邮件',
  platform: '上级平台',
};
const states = { pending: '待发', sent: '已发', failed: '未发出' } as const;
const numberPattern = /^[A-Z]{2,8}-\d{8}-\d{4,8}$/;

/** 发件箱: what went out to whom by which way, by case. */
export function OutboxPage() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('case')?.trim() ?? '';
  const wrong = asked !== '' && !numberPattern.test(asked);
  const { data, error, refetch } = useAnswer(
    'listOutbox',
    { query: { limit: 100, ...(asked === '' ? {} : { caseNumber: asked }) } },
    { enabled: !wrong, refetchInterval: 30_000 },
  );
  // Addresses name units of one locality each.
  const names = useNames(data?.find(({ to }) => to.includes('/'))?.to.split('/')[0]);

  return (
    <Page title="发件箱">
      <div className="inbox-filters" role="search">
        <Input.Search
          aria-label="诉求件编号"
          placeholder="诉求件编号"
          allowClear
          defaultValue={asked}
          onSearch={(number) => setParams(number.trim() === '' ? {} : { case: number.trim() })}
          style={{ width: 260 }}
        />
      </div>
      {wrong ? <p role="alert">编号形如 AB-20260101-0001。</p> : null}
      {data === undefined ? (
        wrong ? null : error === null ? (
          <Loading what="发件箱" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : data.length === 0 ? (
        <Nothing>没有发出的消息。</Nothing>
      ) : (
        <ul className="inbox" aria-label="消息">
          {data.map((message) => (
            <Row key={message.messageId} message={message} names={names} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Row({ message, names }: { message: OutboxMessage; names: Names }) {
  const { caseNumber, channel, kind, to, text, state, attempts, sentAt } = message;

  return (
    <li className="inbox-row">
      <Tag>{channels[channel] ?? channel}</Tag>
      <div className="inbox-what">
        {text}
        <div className="quiet inbox-line">
          <span>{kind === 'work-order' ? '交办' : noticeWord(kind)}</span>
          <span>发给：{addressee(to, names)}</span>
          {caseNumber === null ? null : <Link to={`/cases/${caseNumber}`}>{caseNumber}</Link>}
        </div>
      </div>
      <div className="inbox-line inbox-when">
        <span>{states[state]}</span>
        <Moment at={sentAt} />
      </div>
      <div className="inbox-acts quiet">{attempts > 0 ? `失败 ${attempts} 次` : ''}</div>
    </li>
  );
}

function addressee(to: string, names: Names): string {
  if (to.startsWith('caller:')) return '诉求人';
  if (to.startsWith('line:')) return names.line(to.slice(5));

  return names.unit(to.split('/')[1] ?? to);
}
