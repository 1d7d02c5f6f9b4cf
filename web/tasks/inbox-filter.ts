import type { TaskFilter } from '../../api/contract/task.js';
import { pageOf, useAddressFilter, type ChangeFilter } from '../ui/use-address-filter.js';

type Whose = NonNullable<TaskFilter['whose']>;

/** What the inbox shows, kept in the address so that going back finds it again. */
export interface InboxFilter {
  readonly whose: Whose;
  readonly name: string | undefined;
  readonly stage: string | undefined;
  readonly lamp: string | undefined;
  readonly text: string;
  readonly page: number;
}

export function useInboxFilter(): [InboxFilter, ChangeFilter] {
  const [params, change] = useAddressFilter();
  const whose = params.get('whose') ?? 'unit';
  const filter = {
    whose: (['mine', 'unit', 'all'].includes(whose) ? whose : 'unit') as Whose,
    name: params.get('name') ?? undefined,
    stage: params.get('stage') ?? undefined,
    lamp: params.get('lamp') ?? undefined,
    text: params.get('text') ?? '',
    page: pageOf(params),
  };

  return [filter, change];
}

/** Forty orders of a morning and more stand on one page. */
export const pageSize = 100;

/** The filter as the API is asked. */
export const queryOf = ({ whose, name, stage, lamp, text, page }: InboxFilter): TaskFilter =>
  ({
    whose,
    page,
    limit: pageSize,
    sort: 'dueAt',
    ...(name === undefined ? {} : { name: [name] }),
    ...(stage === undefined ? {} : { stage: [stage] }),
    ...(lamp === undefined ? {} : lamp === 'overdue' ? { overdue: true } : { lamp: [lamp] }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  }) as TaskFilter;
