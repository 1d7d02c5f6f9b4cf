import type { Logger } from 'pino';

import type { JobCounts } from './job-metrics.js';
import type { ActivatedJob, Jobs } from './jobs.js';
import type { Pool } from './pool.js';
import { logged, type RunJob } from './run-job.js';
import { traceOf } from './trace.js';

export interface JobDeskParts {
  jobs: Jobs;
  run: RunJob;
  pool: Pool;
  counts: JobCounts;
  log: Logger;
  /** Jobs held at once, waiting ones included. */
  places: number;
  /** How long a job is ours after it came, in milliseconds. */
  lockMs: number;
}

/** Takes in the jobs of one type, works on them when the pool has a place, gives back what is not started when the process stops. */
export class JobDesk {
  /** By key: a job whose lock ran out may be given to us a second time while we are still at it. */
  private readonly held = new Map<string, Promise<void>>();
  private readonly closing = new AbortController();
  private roomMade: (() => void) | undefined;

  constructor(private readonly parts: JobDeskParts) {}

  /** Free places. */
  get room(): number {
    return this.parts.places - this.held.size;
  }

  /** Resolves when a quarter of the places is free, so that a full desk does not fetch jobs one by one, or when it closes. */
  async hasRoom(): Promise<void> {
    const enough = Math.ceil(this.parts.places / 4);
    while (!this.closing.signal.aborted && this.room < enough) {
      await new Promise<void>((resolve) => (this.roomMade = resolve));
    }
  }

  take(jobs: readonly ActivatedJob[]): void {
    for (const job of jobs) {
      if (this.held.has(job.key)) continue;
      this.parts.counts.activated += 1;
      const worked = this.work(job, performance.now()).finally(() => {
        this.held.delete(job.key);
        this.roomMade?.();
      });
      this.held.set(job.key, worked);
    }
  }

  /** From now on nothing is started; resolves when all that was started is answered and the rest given back. */
  async close(): Promise<void> {
    this.closing.abort();
    this.roomMade?.();
    await Promise.all(this.held.values());
  }

  private async work(job: ActivatedJob, takenAt: number): Promise<void> {
    const { pool, counts, lockMs } = this.parts;
    counts.waiting += 1;
    const entered = await pool.enter(this.closing.signal);
    counts.waiting -= 1;
    if (!entered) {
      await this.handBack(job);

      return;
    }
    try {
      // our own clock: the engine's may be pinned to another day
      if (performance.now() - takenAt < lockMs) await this.run(job);
      else counts.outcomes.expired += 1;
    } finally {
      pool.leave();
    }
  }

  private async run(job: ActivatedJob): Promise<void> {
    const { run, counts, log } = this.parts;
    const started = performance.now();
    counts.running += 1;
    try {
      const { outcome } = await run(job);
      counts.outcomes[outcome] += 1;
      log.info({ ...logged(job), outcome, millis: Math.round(performance.now() - started) }, 'job');
    } catch (error) {
      counts.outcomes.unanswered += 1;
      log.warn({ ...logged(job), outcome: 'unanswered', fault: traceOf(error) }, 'job');
    } finally {
      counts.running -= 1;
      counts.handled += 1;
      counts.millis += performance.now() - started;
    }
  }

  private async handBack(job: ActivatedJob): Promise<void> {
    const { jobs, counts, log } = this.parts;
    try {
      await jobs.fail(job, { message: '工作进程停止,作业交还', retries: job.retries, backOffMs: 0 });
      counts.outcomes['handed-back'] += 1;
    } catch (error) {
      counts.outcomes.unanswered += 1;
      log.warn({ ...logged(job), fault: traceOf(error) }, 'job not handed back: it comes again after its lock');
    }
  }
}
