import { DatePicker, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ChangeFilter } from '../ui/use-address-filter.js';
import { periodWords, type Days, type PeriodName } from './period.js';

interface Parts {
  period: PeriodName;
  days: Days;
  change: ChangeFilter;
}

/** Which cases: those that were registered this week, this month …, or on days chosen by hand. */
export function PeriodPicker({ period, days, change }: Parts) {
  const choose = (name: PeriodName) =>
    change(name === 'days' ? { period: name, ...days } : { period: name, from: undefined, until: undefined });

  return (
    <div className="period">
      <Segmented<PeriodName>
        aria-label="时间段"
        value={period}
        onChange={choose}
        options={Object.entries(periodWords).map(([value, label]) => ({ value: value as PeriodName, label }))}
      />
      {period === 'days' ? (
        <>
          <Day name="开始日期" day={days.from} choose={(from) => change({ ...days, from, period })} />
          <Day name="结束日期" day={days.until} choose={(until) => change({ ...days, until, period })} />
        </>
      ) : null}
    </div>
  );
}

function Day({ name, day, choose }: { name: string; day: string; choose: (day: string) => void }) {
  return (
    <DatePicker
      aria-label={name}
      allowClear={false}
      value={dayjs(day)}
      onChange={(chosen: Dayjs | null) => chosen && choose(chosen.format('YYYY-MM-DD'))}
    />
  );
}
