import { Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { TaskCounts } from '../../api/contract/task.js';
import { lampWords, stageWords } from '../texts/words.js';
import type { ChangeFilter } from '../ui/use-address-filter.js';
import type { InboxFilter } from './inbox-filter.js';

interface Parts {
  filter: InboxFilter;
  change: ChangeFilter;
  counts: TaskCounts | undefined;
}

/** The API counts no further. */
const mostCounted = 500;
const numbered = (word: string, count: number | undefined) =>
  count === undefined ? word : `${word} ${count}${count >= mostCounted ? '+' : ''}`;
const stages = Object.entries(stageWords).filter(([stage]) => stage !== 'closed');

/** Whose tasks, and which of them. */
export function InboxFilters({ filter, change, counts }: Parts) {
  return (
    <div className="inbox-filters" role="search">
      <Segmented
        aria-label="谁的任务"
        value={filter.whose}
        onChange={(whose) => change({ whose, name: undefined })}
        options={[
          { value: 'mine', label: numbered('我的', counts?.mine) },
          { value: 'unit', label: numbered('本岗位', counts?.unit) },
          { value: 'all', label: numbered('全部可见', counts?.all) },
        ]}
      />
      <Select
        aria-label="任务名称"
        allowClear
        placeholder="任务"
        value={filter.name ?? null}
        onChange={(name: string | null) => change({ name: name ?? undefined })}
        options={(counts?.names ?? []).map(({ name, count }) => ({ value: name, label: `${name} ${count}` }))}
        style={{ minWidth: 130 }}
      />
      <Select
        aria-label="阶段"
        allowClear
        placeholder="阶段"
        value={filter.stage ?? null}
        onChange={(stage: string | null) => change({ stage: stage ?? undefined })}
        options={stages.map(([value, label]) => ({ value, label }))}
        style={{ minWidth: 100 }}
      />
      <Select
        aria-label="时限"
        allowClear
        placeholder="时限"
        value={filter.lamp ?? null}
        onChange={(lamp: string | null) => change({ lamp: lamp ?? undefined })}
        options={[
          { value: 'overdue', label: numbered('已到期', counts?.overdue) },
          ...Object.entries(lampWords).map(([value, word]) => ({ value, label: `亮灯：${word}` })),
        ]}
        style={{ minWidth: 120 }}
      />
      <SearchBox text={filter.text} search={(text) => change({ text })} />
    </div>
  );
}

/** Searches when typing rests. */
function SearchBox({ text, search }: { text: string; search: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => search(typed), 300);

    return () => clearTimeout(timer);
  }, [typed, text, search]);

  return (
    <Input
      aria-label="标题或编号"
      placeholder="标题或编号"
      maxLength={60}
      allowClear
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      style={{ width: 200 }}
    />
  );
}
