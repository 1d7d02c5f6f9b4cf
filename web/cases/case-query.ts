import dayjs from 'dayjs';
import type { CaseFilter } from '../../api/contract/case.js';
import { pageOf } from '../ui/use-address-filter.js';

/** Filters of which several values may hold; separated by commas in the address. */
export const lists = ['stage', 'lamp', 'kind', 'category', 'channel'] as const;

export const pageSize = 20;

/** The filter in the address as the API is asked. */
export function queryOf(params: URLSearchParams): CaseFilter {
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
    page: pageOf(params),
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
