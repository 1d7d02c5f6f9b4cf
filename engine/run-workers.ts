import { setTimeout as wait } from 'node:timers/promises';

import type { Logger } from 'pino';

import { isOpen } from './check-input.js';
import type { Engine } from './engine.js';
import { JobDesk } from './job-desk.js';
import { noCounts, type JobCounts } from './job-metrics.js';
import { Poller } from './poller.js';
import { Pool } from './pool.js';
import { jobRunner, type RetrySpacing } from './run-job.js';
import type { WorkerDefinition, WorkerKind } from './worker.js';

export interface WorkersOptions {
  /** Who holds a job, in the engine's eyes: host and process, e.g. `baicheng-1:4711`. */
  name: string;
  /** Jobs at once: of one type, and of all types of a kind together. */
  perType?: number;
  pools?: Record<WorkerKind, number>;
  /** How long a job is ours before the engine gives it to somebody else: short, so that a lost one comes back soon. */
  lockMs?: Record<WorkerKind, number>;
  /** How long the engine holds an empty poll open. */
  longPollMs?: number;
  startJitterMs?: number;
  retrySpacing?: RetrySpacing;
  /** How long {@link Workers.stop} waits for polls and handlers. */
  graceMs?: number;
}

const DEFAULTS = {
  perType: 8,
  pools: { job: 32, listener: 16 },
  lockMs: { job: 20_000, listener: 10_000 },
  longPollMs: 10_000,
  startJitterMs: 500,
  retrySpacing: { baseMs: 2_000, capMs: 60_000 },
  graceMs: 25_000,
} satisfies Omit<WorkersOptions, 'name'>;

export interface TypeReadiness {
  type: string;
  ageOfLastPollMs: number;
  /** The engine answered a poll of this type in good time, or the type is fully at work. */
  ready: boolean;
}

export interface Workers {
  ready(): TypeReadiness[];
  metrics(): JobCounts[];
  /**
   * Polls no more, gives back what was not started, waits for what was, each inside the grace period.
   * Takes as long as the longest poll under way: a poll that is cut off may lose the jobs the engine just put into it.
   */
  stop(): Promise<void>;
}

/** Works on the jobs of all definitions. Listeners have a pool of their own: a person waits behind each of them. */
export function runWorkers(
  engine: Engine,
  definitions: readonly WorkerDefinition[],
  { log, ...options }: WorkersOptions & { log: Logger },
): Workers {
  const settings = { ...DEFAULTS, ...options };
  const pools: Record<WorkerKind, Pool> = {
    job: new Pool(settings.pools.job),
    listener: new Pool(settings.pools.listener),
  };
  const stations = definitions.map((definition) => station(engine, definition, pools[definition.kind], settings, log));
  stations.forEach(({ poller }) => poller.start());
  const overdue = 2 * settings.longPollMs + settings.startJitterMs;

  return {
    metrics: () => stations.map(({ counts }) => counts),
    ready: () =>
      stations.map(({ counts: { type }, poller, desk }) => {
        const { ageOfLastPollMs, polled } = poller;

        return { type, ageOfLastPollMs, ready: polled && (ageOfLastPollMs < overdue || desk.room === 0) };
      }),
    stop: async () => {
      const grace = new AbortController();
      const drained = Promise.all(
        stations.map(async ({ poller, desk }) => {
          await Promise.all([poller.stop(), desk.close()]);
          await desk.close(); // what the last poll brought
        }),
      ).finally(() => grace.abort());
      const late = wait(settings.graceMs, undefined, { signal: grace.signal }).then(
        () => log.warn({ running: running(stations) }, 'grace period over: what still runs comes again after its lock'),
        () => undefined,
      );
      await Promise.race([drained, late]);
    },
  };
}

interface Station {
  counts: JobCounts;
  desk: JobDesk;
  poller: Poller;
}

function station(
  { jobs }: Engine,
  definition: WorkerDefinition,
  pool: Pool,
  settings: typeof DEFAULTS & WorkersOptions,
  log: Logger,
): Station {
  const { type, kind } = definition;
  const counts = noCounts(type);
  const run = jobRunner(definition, jobs, settings.retrySpacing, log);
  const desk = new JobDesk({ jobs, run, pool, counts, log, places: settings.perType, lockMs: settings.lockMs[kind] });
  const activation = {
    type,
    worker: settings.name,
    timeoutMs: settings.lockMs[kind],
    longPollMs: settings.longPollMs,
    // an empty list fetches every variable, so one that is not meant so must name at least one
    fetchVariables: isOpen(definition.input)
      ? []
      : [...new Set(['caseNumber', ...Object.keys(definition.input.properties)])],
  };
  const poller = new Poller({ jobs, desk, counts, log, activation, startJitterMs: settings.startJitterMs });

  return { counts, desk, poller };
}

function running(stations: readonly Station[]): number {
  return stations.reduce((sum, { counts }) => sum + counts.running, 0);
}
