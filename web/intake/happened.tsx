import { Button } from 'antd';
import { useState } from 'react';
import { DateField } from '../form/date-field.js';
import { Field, faultAt, inputOf, type PartProps } from './field.js';

/** When it happened. A date has many stops for the Tab key: who calls about something of now is not kept up by them. */
export function Happened({ fields, set, faults }: PartProps) {
  const [open, setOpen] = useState(false);
  if (!open && fields.occurredAt === undefined && faultAt(faults, '/occurredAt') === undefined)
    return (
      <Button className="intake-happened" onClick={() => setOpen(true)}>
        不是刚才发生的，填时间
      </Button>
    );

  return (
    <Field label="发生时间" pointer="/occurredAt" faults={faults}>
      <DateField
        {...inputOf(faults, '/occurredAt')}
        subtype="datetime"
        past
        value={fields.occurredAt}
        onChange={(occurredAt) => set({ occurredAt })}
      />
    </Field>
  );
}
