import { Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { Names } from '../api/use-names.js';
import { lampWords, stageWords } from '../texts/words.js';
import type { ChangeFilter } from '../ui/use-address-filter.js';
import { lists } from './case-query.js';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Which cases, in which order. */
export function CaseFilters({
  params,
  names,
  change,
}: {
  params: URLSearchParams;
  names: Names;
  change: ChangeFilter;
}) {
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
        aria-label="标题或编号"
        placeholder="标题或编号"
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
