import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Me } from '../../api/contract/session.js';
import { call } from '../api/call.js';
import { ProblemError } from '../api/problem.js';
import type { Role } from '../texts/words.js';

/** Who is signed in; `null` is nobody, `undefined` not known yet. */
export function useMe(): Me | null | undefined {
  return useQuery({ queryKey: ['readMe', {}], queryFn: readMe, staleTime: 5 * 60_000 }).data;
}

export const hasRole = (me: Me, roles: readonly Role[]): boolean => me.roles.some((role) => roles.includes(role));

/** The server knows the session no more. Somebody who was signed in is told that it ended, a stranger is not. */
export function endSession(client: QueryClient): void {
  if (client.getQueryData(['readMe', {}]) != null) client.setQueryData(['sessionEnded'], true);
  client.setQueryData(['readMe', {}], null);
}

/** Whether the person of this page was signed in until a moment ago. */
export const useSessionEnded = (): boolean =>
  useQuery({ queryKey: ['sessionEnded'], queryFn: () => false, staleTime: Infinity }).data ?? false;

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const go = useNavigate();

  return async () => {
    await call('signOut', {}).catch(() => undefined);
    client.clear();
    await go('/sign-in');
  };
}

async function readMe({ signal }: { signal: AbortSignal }): Promise<Me | null> {
  try {
    return await call('readMe', { signal });
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'SIGN_IN_NEEDED') return null;
    throw error;
  }
}
