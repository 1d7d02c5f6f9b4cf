import { useSearchParams } from 'react-router';
import type { TaskFilter } from '../../api/contract/task.js';

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

export function useInboxFilter(): [
  InboxFilter,
  (change: Partial<Record<keyof InboxFilter, string | undefined>>) => void,
] {
  const [params, setParams] = useSearchParams();
  const whose = params.get('whose') ?? 'unit';
  const filter = {
    whose: (['mine', 'unit', 'all'].includes(whose) ? whose : 'unit') as Whose,
    name: params.get('name') ?? undefined,
    stage: params.get('stage') ?? undefined,
    lamp: params.get('lamp') ?? undefined,
    text: params.get('text') ?? '',
    page: Number(params.get('page') ?? 1) || 1,
  };
  const change = (changed: Partial<Record<keyof InboxFilter, string | undefined>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (!('page' in changed)) next.delete('page');
        for (const [key, value] of Object.entries(changed))
          if (value === undefined || value === '') next.delete(key);
          else next.set(key, value);

        return next;
      },
      { replace: true },
    );

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
