import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Board, ChangedKinds } from '../../api/contract/board.js';
import { addressOf, type OperationName } from '../api/call.js';
import { useAnswer } from '../api/use-answer.js';

/** `live`: changes arrive by themselves; `asking`: the page asks every few seconds; `lost`: no connection. */
export type Line = 'live' | 'asking' | 'lost';

/** Answers that show what a kind of change is about. */
const shownBy: Readonly<Record<ChangedKinds['kinds'][number], readonly OperationName[]>> = {
  cases: ['listSupervision'],
  orders: ['listSupervision'],
  tasks: ['listSupervision'],
  notices: ['listSupervision'],
};

/** The board, kept true by the server's events; asked for again after each break of the line. */
export function useBoard() {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  const answer = useAnswer('readBoard', {}, { refetchInterval: connected ? false : 10_000 });

  useEffect(() => {
    const events = new EventSource(addressOf('followBoard'));
    events.onopen = () => setConnected(true);
    events.onerror = () => setConnected(false);
    events.addEventListener('board', ({ data }: MessageEvent<string>) => {
      client.setQueryData(['readBoard', {}], JSON.parse(data) as Board);
    });
    events.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const { kinds } = JSON.parse(data) as ChangedKinds;
      const stale = new Set(kinds.flatMap((kind) => shownBy[kind]));
      for (const name of stale) void client.invalidateQueries({ queryKey: [name] });
    });
    events.addEventListener('end', ({ data }: MessageEvent<string>) => {
      if ((JSON.parse(data) as { reason: string }).reason !== 'session') return;
      events.close();
      // Asking once more shows that the session has ended.
      void client.invalidateQueries({ queryKey: ['readBoard'] });
    });

    return () => events.close();
  }, [client]);

  const line: Line = !connected ? 'lost' : answer.data?.live === 'polling' ? 'asking' : 'live';

  return { ...answer, line };
}
