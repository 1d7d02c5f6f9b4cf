import { setTimeout as wait } from 'node:timers/promises';

import type { Logger } from 'pino';

import { backOff } from './back-off.js';
import { EngineRefusedError } from './errors.js';
import type { JobDesk } from './job-desk.js';
import type { JobCounts } from './job-metrics.js';
import type { ActivatedJob, Activation, Jobs } from './jobs.js';

export interface PollerParts {
  jobs: Jobs;
  desk: JobDesk;
  counts: JobCounts;
  log: Logger;
  activation: Omit<Activation, 'maxJobs'>;
  /** The first poll comes at a random moment of this time, in milliseconds. */
  startJitterMs: number;
}

/** How tries are spaced while the engine does not answer; the cap bounds how late work resumes. */
const SPACING = { baseMs: 250, capMs: 5_000 };

/** An engine that refuses a poll (wrong credentials, say) does so again: no haste. */
const SPACING_WHEN_REFUSED = { baseMs: 1_000, capMs: 60_000 };

/** An engine that answers an empty poll sooner does not hold polls open: without a pause we would flood it. */
const TOO_SOON_MS = 100;

/** The first poll is short, so that readiness is known soon. */
const FIRST_POLL_MS = 200;

/** Asks the engine for jobs of one type, one long poll after another, for as long as the process lives. */
export class Poller {
  private readonly stopped = new AbortController();
  private readonly inFlight = new Set<Promise<void>>();
  private readonly since = performance.now();
  private lastGoodPoll: number | undefined;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly parts: PollerParts) {}

  start(): void {
    this.loop = this.pollForEver();
  }

  /** Milliseconds since the engine last answered a poll, or since the start when it never did. */
  get ageOfLastPollMs(): number {
    return performance.now() - (this.lastGoodPoll ?? this.since);
  }

  get polled(): boolean {
    return this.lastGoodPoll !== undefined;
  }

  /** Resolves when no poll is under way any more: the engine may hand out jobs until then, and they must not be lost. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.loop;
    await Promise.all(this.inFlight);
  }

  private async pollForEver(): Promise<void> {
    const { desk, counts, log, startJitterMs, activation } = this.parts;
    let failures = 0;
    await this.pause(Math.random() * startJitterMs);
    while (await this.mayPoll(desk)) {
      const fault = await this.poll();
      if (fault === undefined) {
        if (failures > 0) log.info({ type: activation.type, failures }, 'polling again');
        failures = 0;
      } else {
        if (failures === 0) log.warn({ type: activation.type, fault: fault.message }, 'poll failed');
        counts.pollFailures += 1;
        await this.pause(backOff(failures, fault instanceof EngineRefusedError ? SPACING_WHEN_REFUSED : SPACING));
        failures += 1;
      }
    }
  }

  private async mayPoll(desk: JobDesk): Promise<boolean> {
    await desk.hasRoom();

    return !this.stopped.signal.aborted;
  }

  /** One long poll; answers with what went wrong. Jobs that come after the watchdog gave up are taken all the same. */
  private async poll(): Promise<Error | undefined> {
    const { jobs, desk, activation } = this.parts;
    const asked = performance.now();
    const longPollMs = this.polled ? activation.longPollMs : Math.min(FIRST_POLL_MS, activation.longPollMs);
    const answered = jobs.activate({ ...activation, longPollMs, maxJobs: desk.room }).then(
      async (activated) => {
        await this.good(activated, asked);

        return undefined;
      },
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    const settled = answered.then(() => undefined);
    this.inFlight.add(settled);
    void settled.finally(() => this.inFlight.delete(settled));

    return await Promise.race([answered, this.watchdog(answered)]);
  }

  private async good(activated: readonly ActivatedJob[], asked: number): Promise<void> {
    const now = performance.now();
    this.lastGoodPoll = now;
    this.parts.desk.take(activated);
    if (activated.length === 0 && now - asked < TOO_SOON_MS) await this.pause(TOO_SOON_MS);
  }

  /** A poll that never ends would silence its type for ever: after twice its time another one is begun. */
  private async watchdog(answered: Promise<Error | undefined>): Promise<Error | undefined> {
    const { activation, counts, log } = this.parts;
    const off = new AbortController();
    void answered.finally(() => off.abort());
    try {
      await wait(2 * activation.longPollMs, undefined, { signal: off.signal });
    } catch {
      return answered;
    }
    counts.pollerRestarts += 1;
    log.error({ type: activation.type }, 'poll had no end: polling anew');

    return new Error('poll had no end');
  }

  private async pause(millis: number): Promise<void> {
    await wait(millis, undefined, { signal: this.stopped.signal }).catch(() => undefined);
  }
}
