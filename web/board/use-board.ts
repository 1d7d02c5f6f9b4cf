import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Board, ChangedKinds } from '../../api/contract/board.js';
import { addressOf, type OperationName } from '../api/call.js';
import { followEvents } from '../api/event-line.js';
import { useAnswer } from '../api/use-answer.js';

/** `opening`: not known yet; `live`: changes arrive by themselves; `asking`: the page asks every few seconds; `lost`: no connection. */
export type Line = 'opening' | 'live' | 'asking' | 'lost';

/** Answers that show what a kind of change is about. */
const shownBy: Readonly<Record<ChangedKinds['kinds'][number], readonly OperationName[]>> = {
  cases: ['listSupervision'],
  orders: ['listSupervision'],
  tasks: ['listSupervision'],
  notices: ['listSupervision'],
};

/** The board, kept true by the server's events; it is sent whole whenever the line is open (again). */
export function useBoard() {
  const client = useQueryClient();
  const [connected, setConnected] = useState<boolean>();
  const answer = useAnswer('readBoard', {}, { refetchInterval: connected === false ? 10_000 : false });

  useEffect(() => {
    const askAnew = (names: Iterable<OperationName>): void => {
      for (const name of names) void client.invalidateQueries({ queryKey: [name] });
    };

    return followEvents(addressOf('followBoard'), {
      on: {
        board: (board: Board) => client.setQueryData(['readBoard', {}], board),
        changed: ({ kinds }: ChangedKinds) => askAnew(new Set(kinds.flatMap((kind) => shownBy[kind]))),
      },
      onOpen: () => {
        setConnected(true);
        askAnew(['listSupervision']);
      },
      onLost: () => setConnected(false),
      // Asking once more shows that the session has ended.
      onSessionEnd: () => askAnew(['readBoard']),
    });
  }, [client]);

  return { ...answer, line: lineOf(connected, answer.data) };
}

function lineOf(connected: boolean | undefined, board: Board | undefined): Line {
  if (connected === undefined) return 'opening';
  if (!connected) return 'lost';

  return board?.live === 'polling' ? 'asking' : 'live';
}
