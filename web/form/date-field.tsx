import { Input } from 'antd';

interface Props {
  subtype: string;
  value?: unknown;
  onChange?: (value: string | undefined) => void;
  id?: string;
  disabled?: boolean;
}

const kinds: Readonly<Record<string, string>> = { date: 'date', time: 'time', datetime: 'datetime-local' };

/** Offset of the hotline's time zone: people mean their own clock. */
const offset = '+08:00';

/** A day, a time, or both: the browser's own field, which phones know how to fill in. */
export function DateField({ subtype, value, onChange, ...props }: Props) {
  const text = typeof value === 'string' ? value : '';
  const shown = subtype === 'datetime' ? text.slice(0, 16) : text;
  const told = (given: string) => (subtype === 'datetime' && given !== '' ? `${given}:00${offset}` : given);

  return (
    <Input
      {...props}
      type={kinds[subtype] ?? 'datetime-local'}
      value={shown}
      onChange={({ target }) => onChange?.(target.value === '' ? undefined : told(target.value))}
      style={{ maxWidth: 260 }}
    />
  );
}
