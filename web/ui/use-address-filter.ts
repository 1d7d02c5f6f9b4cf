import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export type ChangeFilter = (changed: Readonly<Record<string, string | undefined>>) => void;

/**
 * What a list shows stands in the address: a link to it, going back and loading it again show the same. Whatever changes but the
 * page begins at the first page.
 */
export function useAddressFilter(): [URLSearchParams, ChangeFilter] {
  const [params, setParams] = useSearchParams();
  const change = useCallback<ChangeFilter>(
    (changed) =>
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
      ),
    [setParams],
  );

  return [params, change];
}

export const pageOf = (params: URLSearchParams): number => Math.max(1, Math.floor(Number(params.get('page'))) || 1);
