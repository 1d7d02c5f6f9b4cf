import type { Logger } from 'pino';
import type { Models } from '../../models/open-models.js';
import type { TaskRow } from '../../models/open-work.js';
import { watchChanges, type Change, type Watch } from '../../models/watch-changes.js';
import { OpenRows } from './open-rows.js';

export const CHANGE_KINDS = ['cases', 'orders', 'tasks', 'notices'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What changed in one locality since the last telling. */
export type Listener = (locality: string, kinds: readonly ChangeKind[]) => void;

/** Tasks that changed; undefined when it may be any. */
export type TaskListener = (tasks: readonly TaskRow[] | undefined) => void;

/** What is open, true to the database within about a second; one for all boards of a process. */
export interface LiveBoard {
  readonly rows: OpenRows;
  /** `polling` while the database tells no changes: everything is read anew every few seconds. */
  readonly mode: 'stream' | 'polling';
  /** Starts at the first asking; resolves when everything has been read once. */
  ready(): Promise<void>;
  listen(listener: Listener): () => void;
  listenToTasks(listener: TaskListener): () => void;
  close(): Promise<void>;
}

export interface LiveBoardSettings {
  /** Changes are gathered for this long before they are told, milliseconds. */
  batchMs?: number;
  /** How often everything is read anew while there is no stream, and while there is one, against drift. */
  pollMs?: number;
  repairMs?: number;
}

interface Needs {
  models: Pick<Models, 'connection' | 'openWork'>;
  localities: { ids: readonly string[] };
  log: Logger;
}

const DAY = 24 * 60 * 60 * 1_000;

export function openLiveBoard(
  { models, localities, log }: Needs,
  { batchMs = 1_000, pollMs = 10_000, repairMs = 60 * 60 * 1_000 }: LiveBoardSettings = {},
): LiveBoard {
  const { openWork } = models;
  const rows = new OpenRows();
  const listeners = new Set<Listener>();
  const taskListeners = new Set<TaskListener>();
  const dirty = new Map<ChangeKind, Set<string>>(CHANGE_KINDS.map((kind) => [kind, new Set()]));
  let mode: 'stream' | 'polling' = 'polling';
  let started: Promise<void> | undefined;
  let watch: Watch | undefined;
  let watching: Promise<void> | undefined;
  let readAt = 0;
  let busy = false;
  let ticking: NodeJS.Timeout | undefined;

  return {
    rows,
    get mode() {
      return mode;
    },
    ready: () => {
      started ??= start().catch((fault: unknown) => {
        started = undefined; // the next who asks tries again
        throw fault;
      });

      return started;
    },
    listen: (listener) => {
      listeners.add(listener);

      return () => listeners.delete(listener);
    },
    listenToTasks: (listener) => {
      taskListeners.add(listener);

      return () => taskListeners.delete(listener);
    },
    close: async () => {
      await watch?.close();
      await started?.catch(() => undefined); // or its start would set the clock going afterwards
      clearInterval(ticking);
    },
  };

  async function start(): Promise<void> {
    watching ??= startWatching();
    await watching; // then reading everything once is enough
    await readAll();
    ticking = setInterval(() => void tick(), batchMs);
    ticking.unref();
  }

  /** Resolves when the stream is open, or when there is none. */
  function startWatching(): Promise<void> {
    return new Promise((resolve) => {
      watch = watchChanges(models.connection, CHANGE_KINDS, {
        onChange: ({ collection, id }: Change) => dirty.get(collection as ChangeKind)?.add(id),
        onOpen: (gap) => {
          mode = 'stream';
          if (gap) readAt = 0;
          tellAll([]);
          resolve();
        },
        onLost: (fault) => {
          if (mode === 'stream') log.warn({ err: fault }, 'the stream of changes broke off, asking instead');
          mode = 'polling';
          tellAll([]);
          resolve();
        },
      });
    });
  }

  /** One at a time; what fails is tried again at the next tick. */
  async function tick(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      if (Date.now() - readAt > (mode === 'stream' ? repairMs : pollMs)) await readAll();
      else await readDirty();
    } catch (fault) {
      log.warn({ err: fault }, 'a board could not be brought up to date');
    } finally {
      busy = false;
    }
  }

  async function readAll(): Promise<void> {
    const begun = Date.now();
    for (const ids of dirty.values()) ids.clear();
    rows.replace(
      ...(await Promise.all([openWork.cases(), openWork.orders(), openWork.casesSince(new Date(begun - DAY))])),
    );
    readAt = begun;
    tellAll(CHANGE_KINDS);
    for (const listener of taskListeners) listener(undefined);
  }

  async function readDirty(): Promise<void> {
    const [cases, orders, tasks, notices] = CHANGE_KINDS.map((kind) => take(kind)) as [
      string[],
      string[],
      string[],
      string[],
    ];
    const told = new Map<string, ChangeKind[]>();
    const note = (kind: ChangeKind, where: readonly (string | undefined)[]): void => {
      for (const locality of new Set(where))
        if (locality !== undefined) told.set(locality, [...(told.get(locality) ?? []), kind]);
    };
    try {
      if (cases.length > 0) note('cases', rows.putCases(cases, await openWork.caseRows(cases)));
      if (orders.length > 0) note('orders', rows.putOrders(orders, await openWork.orderRows(orders)));
      if (tasks.length > 0) note('tasks', tellTasks(await openWork.taskRows(tasks)));
      if (notices.length > 0)
        note(
          'notices',
          (await openWork.casesOfNotices(notices)).map((number) => rows.case(number)?.locality),
        );
    } catch (fault) {
      readAt = 0; // what was taken is not known any more: read everything
      throw fault;
    }
    for (const [locality, kinds] of told) tell(locality, kinds);
  }

  function take(kind: ChangeKind): string[] {
    const ids = dirty.get(kind) ?? new Set();
    const taken = [...ids];
    ids.clear();

    return taken;
  }

  function tellAll(kinds: readonly ChangeKind[]): void {
    for (const locality of localities.ids) tell(locality, kinds);
  }

  function tellTasks(tasks: readonly TaskRow[]): (string | undefined)[] {
    for (const listener of taskListeners) listener(tasks);

    return tasks.map(({ locality }) => locality);
  }

  function tell(locality: string, kinds: readonly ChangeKind[]): void {
    for (const listener of listeners) listener(locality, kinds);
  }
}
