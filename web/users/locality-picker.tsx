import { Select } from 'antd';
import { useAnswer } from '../api/use-answer.js';

interface Parts {
  value?: string | undefined;
  onChange?: (value: string | undefined) => void;
  id?: string;
}

/** For administrators of the whole installation: which locality. */
export function LocalityPicker({ value, onChange, id }: Parts) {
  const { data = [] } = useAnswer('listLocalities', {}, { staleTime: Infinity });

  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label="地方"
      allowClear
      placeholder="全部地方"
      value={value ?? null}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      options={data.map(({ localityId, name }) => ({ value: localityId, label: name }))}
      style={{ minWidth: 180 }}
    />
  );
}
