import { keepPreviousData } from '@tanstack/react-query';
import { Checkbox, DatePicker, Input, Pagination, Select } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import type { CaseFilter, CaseSummary } from '../../api/contract/case.js';
import { useAnswer } from '../api/use-answer.js';
import { useNames, type Names } from '../api/use-names.js';
import { useMe } from '../app/me.js';
import { lampWords, outcomeWord, stageWords } from '../texts/words.js';
import { Lamp } from '../ui/lamp.js';
import { Due, Moment } from '../ui/moment.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import '../tasks/inbox.css';

const lists = ['stage', 'lamp', 'kind', 'category', 'channel'] as const;
const pageSize = 20;

type Change = (changed: Record<string, string | undefined>) => void;

/** 诉求件: all that one may see, found by what one knows; the filter stands in the address. */
export function CasesPage() {
  const [params, setParams] = useSearchParams();
  const names = useNames(useMe()?.locality);
  const { data, error, refetch } = useAnswer(
    'listCases',
    { query: queryOf(params) },
    { placeholderData: keepPreviousData },
  );
  const change: Change = (changed) => {
    const next = new URLSearchParams(params);
    if (!('page' in changed)) next.delete('page');
    for (const [key, value] of Object.entries(changed))
      if (value === undefined || value === '') next.delete(key);
      else next.set(key, value);
    setParams(next, { replace: true });
  };

  return (
    <Page title="诉求件">
      <Filters params={params} names={names} change={change} />
      {data === undefined ? (
        error === null ? (
          <Loading what="诉求件" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <>
          {data.items.length === 0 ? <Nothing>没有符合条件的诉求件。</Nothing> : null}
          <ul className="inbox" aria-label="诉求件">
            {data.items.map((found) => (
              <Row key={found.caseNumber} found={found} names={names} />
            ))}
          </ul>
          <Pagination
            hideOnSinglePage
            current={data.page}
            pageSize={pageSize}
            total={data.total}
            showSizeChanger={false}
            showTotal={(total) => (total >= 10_000 ? '10000 件以上' : `共 ${total} 件`)}
            onChange={(page) => change({ page: String(page) })}
          />
        </>
      )}
    </Page>
  );
}

function queryOf(params: URLSearchParams): CaseFilter {
  const picked = lists.flatMap((name) => {
    const values = params.get(name)?.split(',') ?? [];

    return values.length === 0 ? [] : [[name, values] as const];
  });
  const text = params.get('text')?.trim() ?? '';
  const day = (name: string, add: number) => {
    const at = dayjs(params.get(name) ?? '');

    return params.has(name) && at.isValid() ? { [name]: at.add(add, 'day').toISOString() } : {};
  };

  return {
    page: Number(params.get('page') ?? 1) || 1,
    limit: pageSize,
    sort: (params.get('sort') ?? '-registeredAt') as '-registeredAt',
    ...Object.fromEntries(picked),
    ...(params.has('unitId') ? { unitId: params.get('unitId') ?? '' } : {}),
    ...(text === '' ? {} : { text }),
    ...(params.get('overdue') === 'true' ? { overdue: true } : {}),
    ...day('from', 0),
    ...day('until', 1),
  };
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

function Filters({ params, names, change }: { params: URLSearchParams; names: Names; change: Change }) {
  const { kinds = [], categories = [], channels = [] } = names.choices ?? {};
  const chosen = {
    stage: optionsOf(stageWords),
    lamp: optionsOf(lampWords),
    kind: kinds,
    category: categories,
    channel: channels,
  };
  const words = { stage: '阶段', lamp: '亮灯', kind: '类型', category: '分类', channel: '渠道' };
  const dayOf = (name: string) => (params.has(name) ? dayjs(params.get(name)) : null);

  return (
    <div className="inbox-filters" role="search">
      <Input.Search
        aria-label="标题"
        placeholder="标题"
        allowClear
        maxLength={60}
        defaultValue={params.get('text') ?? ''}
        onSearch={(text) => change({ text })}
        style={{ width: 200 }}
      />
      {lists.map((name) => (
        <Select
          key={name}
          aria-label={words[name]}
          mode="multiple"
          maxTagCount={1}
          placeholder={words[name]}
          showSearch={{ optionFilterProp: 'label' }}
          value={params.get(name)?.split(',') ?? []}
          onChange={(values: string[]) => change({ [name]: values.join(',') })}
          options={chosen[name].map(({ label, value }) => ({ label, value }))}
          style={{ minWidth: 120 }}
        />
      ))}
      <Select
        aria-label="单位"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="单位"
        value={params.get('unitId')}
        onChange={(unitId: string | undefined) => change({ unitId })}
        options={names.units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        style={{ minWidth: 160 }}
      />
      <DatePicker
        aria-label="登记日期从"
        placeholder="登记从"
        value={dayOf('from')}
        onChange={(day) => change({ from: day?.format('YYYY-MM-DD') })}
      />
      <DatePicker
        aria-label="登记日期到"
        placeholder="登记到"
        value={dayOf('until')}
        onChange={(day) => change({ until: day?.format('YYYY-MM-DD') })}
      />
      <Select
        aria-label="排序"
        value={params.get('sort') ?? '-registeredAt'}
        onChange={(sort) => change({ sort })}
        options={[
          { value: '-registeredAt', label: '最近登记在前' },
          { value: 'registeredAt', label: '最早登记在前' },
          { value: 'dueAt', label: '期限近的在前' },
          { value: '-dueAt', label: '期限远的在前' },
        ]}
      />
      <Checkbox
        checked={params.get('overdue') === 'true'}
        onChange={({ target }) => change({ overdue: target.checked ? 'true' : undefined })}
      >
        只看超期
      </Checkbox>
    </div>
  );
}

function Row({ found, names }: { found: CaseSummary; names: Names }) {
  const isClosed = found.closedAt !== null;

  return (
    <li className="inbox-row">
      <span className="quiet">{isClosed ? outcomeWord(found.outcome ?? '') : stageWords[found.stage]}</span>
      <div className="inbox-what">
        <Link to={`/cases/${found.caseNumber}`}>{found.title}</Link>
        <div className="quiet inbox-line">
          <span>{found.caseNumber}</span>
          <span>{names.category(found.category)}</span>
          <span>{names.channel(found.channel)}</span>
          {found.confidential ? <span>保密件</span> : null}
        </div>
      </div>
      <div className="inbox-line inbox-when">
        {isClosed ? (
          <Moment at={found.closedAt} />
        ) : (
          <>
            <Lamp lamp={found.lamp} />
            <Due at={found.dueAt} />
          </>
        )}
      </div>
      <div className="inbox-acts quiet">{names.unit(found.unitId)}</div>
    </li>
  );
}
