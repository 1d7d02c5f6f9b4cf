import { Input } from 'antd';

interface Props {
  subtype: string;
  value?: unknown;
  onChange?: (value: string | undefined) => void;
  id?: string;
  disabled?: boolean;
  /** Nothing later than now can be picked. */
  past?: boolean;
  'aria-invalid'?: boolean;
}

const kinds: Readonly<Record<string, string>> = { date: 'date', time: 'time', datetime: 'datetime-local' };

/** Offset of the hotline's time zone: people mean their own clock. */
const offset = '+08:00';
const offsetMillis = 8 * 3_600_000;

const nowThere = (): string => new Date(Date.now() + offsetMillis).toISOString().slice(0, 16);

/** A day, a time, or both: the browser's own field, which phones know how to fill in. */
export function DateField({ subtype, value, onChange, past = false, ...props }: Props) {
  const text = typeof value === 'string' ? value : '';
  const shown = subtype === 'datetime' ? text.slice(0, 16) : text;
  const told = (given: string) => (subtype === 'datetime' && given !== '' ? `${given}:00${offset}` : given);

  return (
    <Input
      {...props}
      type={kinds[subtype] ?? 'datetime-local'}
      value={shown}
      onFocus={({ target }) => {
        if (past) target.max = nowThere();
      }}
      onChange={({ target }) => onChange?.(target.value === '' ? undefined : told(target.value))}
      style={{ maxWidth: 260 }}
    />
  );
}
