import { Form } from 'antd';
import type { ReactNode } from 'react';
import { idOf, type Faults } from './use-intake.js';
import type { IntakeFields } from './intake-fields.js';

/** What every part of the page gets: what is typed, how to change it, what is wrong with it. */
export interface PartProps {
  readonly fields: IntakeFields;
  readonly set: (change: Partial<IntakeFields>) => void;
  readonly faults: Faults;
}

interface FieldProps {
  label: string;
  /** JSON pointer of the report; its input's id is `idOf(pointer)`. */
  pointer: string;
  faults: Faults;
  required?: boolean;
  extra?: ReactNode;
  children: ReactNode;
}

/** A label, an input, and what is wrong with it. */
export function Field({ label, pointer, faults, required = false, extra, children }: FieldProps) {
  const fault = faultAt(faults, pointer);

  return (
    <Form.Item
      label={label}
      htmlFor={idOf(pointer)}
      required={required}
      {...(fault === undefined ? {} : { validateStatus: 'error' as const, help: fault })}
      extra={extra}
    >
      {children}
    </Form.Item>
  );
}

/** Of the field itself or of a part of it. */
export const faultAt = (faults: Faults, pointer: string): string | undefined =>
  faults[pointer] ?? Object.entries(faults).find(([field]) => field.startsWith(`${pointer}/`))?.[1];

/** For an input: its id, and that it is wrong. */
export const inputOf = (faults: Faults, pointer: string) => ({
  id: idOf(pointer),
  'aria-invalid': faultAt(faults, pointer) !== undefined,
});
