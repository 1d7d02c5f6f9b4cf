import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'mongoose';

/** What changed: the collection and the `_id`; what it is now must be read. */
export interface Change {
  readonly collection: string;
  readonly id: string;
}

export interface Watcher {
  onChange(change: Change): void;
  /** The stream is open. `gap`: changes before this moment may have been missed, so read everything anew. */
  onOpen(gap: boolean): void;
  /** The stream was lost and is tried again; nothing arrives until it is open. */
  onLost(fault: unknown): void;
}

export interface Watch {
  close(): Promise<void>;
}

interface Event {
  operationType: string;
  ns?: { coll?: string };
  documentKey?: { _id: unknown };
}

/** Pause before a lost stream is opened again, milliseconds: doubled each time up to the longest. */
const PAUSE = { first: 500, longest: 15_000 } as const;

/**
 * Follows changes of some collections by one change stream. A lost stream is opened again where it broke off
 * (`resumeAfter`); when the database no longer remembers that place, or never had change streams, the watcher is told.
 */
export function watchChanges(connection: Connection, collections: readonly string[], watcher: Watcher): Watch {
  const closing = new AbortController();
  const isClosing = (): boolean => closing.signal.aborted;
  let token: unknown;
  let close: () => Promise<void> = () => Promise.resolve();
  const ended = follow();

  return {
    close: async () => {
      closing.abort();
      await close().catch(() => undefined);
      await ended;
    },
  };

  async function follow(): Promise<void> {
    let pause: number = PAUSE.first;
    while (!isClosing()) {
      try {
        await readStream(() => (pause = PAUSE.first));
      } catch (fault) {
        if (isClosing()) return;
        if (isForgotten(fault)) token = undefined;
        watcher.onLost(fault);
      }
      await wait(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      pause = Math.min(2 * pause, PAUSE.longest);
    }
  }

  async function readStream(onOpen: () => void): Promise<void> {
    const { db } = connection;
    if (db === undefined) throw new Error('the connection to the database is not open');
    const stream = db.watch<never, Event>(pipeline(collections), {
      maxAwaitTimeMS: 1_000,
      ...(token === undefined ? {} : { resumeAfter: token }),
    });
    close = () => stream.close();
    try {
      const first = await stream.tryNext(); // opens it
      onOpen();
      watcher.onOpen(token === undefined);
      for (let event = first; !isClosing(); event = await stream.tryNext()) {
        token = stream.resumeToken ?? token;
        if (event !== null) tell(event);
      }
    } finally {
      await stream.close().catch(() => undefined);
    }
  }

  function tell({ ns, documentKey }: Event): void {
    if (ns?.coll !== undefined && documentKey !== undefined)
      watcher.onChange({ collection: ns.coll, id: String(documentKey._id) });
  }
}

const pipeline = (collections: readonly string[]) => [
  {
    $match: {
      'ns.coll': { $in: [...collections] },
      operationType: { $in: ['insert', 'update', 'replace', 'delete'] },
    },
  },
  { $project: { ns: 1, documentKey: 1, operationType: 1 } },
];

/** ChangeStreamFatalError, ChangeStreamHistoryLost, InvalidResumeToken: the place to go on from is gone. */
function isForgotten(fault: unknown): boolean {
  const { code } = fault as { code?: unknown };

  return [280, 286, 260].includes(Number(code));
}
