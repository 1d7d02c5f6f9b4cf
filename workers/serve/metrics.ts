import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

import type { Finding } from '../../commands/reconcile.js';
import type { Workers } from '../../engine/run-workers.js';

/** Where the figures come from; those of database and engine are asked for when somebody looks. */
export interface MetricSources {
  workers: Workers;
  /** Seconds that the oldest message to the engine has waited. */
  relayLag(): Promise<number>;
  openIncidents(): Promise<number>;
  /** What the last reconciliation found. */
  findings(): readonly Finding[];
}

/** Figures of the worker process for Prometheus. */
export function workerMetrics(sources: MetricSources): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  jobMetrics(registry, sources.workers);
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        // A part that is away leaves its figure out; whether it is away is for /ready to say.
        this.set(await read().catch(() => NaN));
      },
    });
  gauge('huiyin_relay_lag_seconds', 'How long the oldest message to the engine has waited', () => sources.relayLag());
  gauge('huiyin_incidents_open', 'Open incidents in the engine', () => sources.openIncidents());
  new Gauge({
    name: 'huiyin_reconcile_findings',
    help: 'What the last reconciliation found, by kind',
    labelNames: ['kind', 'repaired'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { kind, repaired } of sources.findings()) this.inc({ kind, repaired: String(repaired) });
    },
  });

  return registry;
}

function jobMetrics(registry: Registry, workers: Workers): void {
  const registers = [registry];
  new Counter({
    name: 'huiyin_jobs_total',
    help: 'Jobs by type and what became of them',
    labelNames: ['type', 'outcome'],
    registers,
    collect() {
      this.reset();
      for (const { type, outcomes } of workers.metrics())
        for (const [outcome, count] of Object.entries(outcomes)) this.inc({ type, outcome }, count);
    },
  });
  new Counter({
    name: 'huiyin_job_seconds_total',
    help: 'Time spent on jobs, by type',
    labelNames: ['type'],
    registers,
    collect() {
      this.reset();
      for (const { type, millis } of workers.metrics()) this.inc({ type }, millis / 1_000);
    },
  });
  new Gauge({
    name: 'huiyin_jobs_running',
    help: 'Jobs in hand, by type',
    labelNames: ['type'],
    registers,
    collect() {
      for (const { type, running } of workers.metrics()) this.set({ type }, running);
    },
  });
  new Gauge({
    name: 'huiyin_poll_age_seconds',
    help: 'Since the engine last answered a poll, by type',
    labelNames: ['type'],
    registers,
    collect() {
      for (const { type, ageOfLastPollMs } of workers.ready()) this.set({ type }, ageOfLastPollMs / 1_000);
    },
  });
}
