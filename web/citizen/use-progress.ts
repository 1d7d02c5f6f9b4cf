import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { byCode, type Access } from './access.js';

/** How far a case is. The code goes in the body and stays in memory. */
export const useProgress = (access: Access | undefined) =>
  useQuery({
    queryKey: ['progress', access],
    queryFn: ({ signal }) => readProgress(access as Access, signal),
    enabled: access !== undefined,
    gcTime: 0,
    // Whoever leaves the page open sees it go on.
    refetchInterval: ({ state }) => (state.data === undefined || state.data.stage === 'closed' ? false : 30_000),
  });

function readProgress(access: Access, signal?: AbortSignal) {
  if (byCode(access)) return call('followCase', { body: access, signal });

  return call('readProgress', { params: { caseNumber: access.caseNumber }, signal });
}

const useActOn = <Said, Done>(act: (said: Said) => Promise<Done>) => {
  const client = useQueryClient();

  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries({ queryKey: ['progress'] }) });
};

/** 评价. */
export const useRate = (access: Access) =>
  useActOn((answers: Record<string, unknown>) =>
    byCode(access)
      ? call('rateOwnCase', { body: { ...access, answers } })
      : call('rateCase', { params: access, body: { answers } }),
  );

/** 没有解决，重新办理. */
export const useReopen = (access: Access) =>
  useActOn((reason: string) =>
    byCode(access)
      ? call('reopenOwnCase', { body: { ...access, reason } })
      : call('reopenCase', { params: access, body: { reason } }),
  );

/** 撤诉. */
export const useWithdraw = (access: Access) =>
  useActOn((reason: string) =>
    byCode(access)
      ? call('withdrawOwnCase', { body: { ...access, reason } })
      : call('withdrawCase', { params: access, body: { reason } }),
  );
