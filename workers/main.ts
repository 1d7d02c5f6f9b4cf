import { hostname } from 'node:os';

import { announceCalendars } from '../commands/announce-calendars.js';
import type { Deps } from '../commands/deps.js';
import { expireFiles } from '../commands/expire-files.js';
import { giveWords } from '../commands/give-words.js';
import { localAdapter, type MessageAdapter } from '../commands/outbox/adapter.js';
import { gatewayAdapter } from '../commands/outbox/gateway-adapter.js';
import { sendOutbox } from '../commands/outbox/send-outbox.js';
import { reconcile, type Finding } from '../commands/reconcile.js';
import { relay } from '../commands/relay.js';
import { readConfig, type Config } from '../config.js';
import { runWorkers, type Workers } from '../engine/run-workers.js';
import { openLog } from '../log.js';
import { openDeps } from '../open-deps.js';
import { allWorkers } from './all.js';
import { serveHealth } from './serve/health-server.js';
import { workerMetrics } from './serve/metrics.js';
import { repeat } from './serve/repeat.js';

/** Messages to the engine go out at once; the poller is for those that could not. */
const RELAY_EVERY_MS = 2_000;
const OUTBOX_EVERY_MS = 5_000;
const RECONCILE_EVERY_MS = 60_000;
const CALENDARS_EVERY_MS = 60 * 60_000;
const EXPIRE_EVERY_MS = 10 * 60_000;
const WORDS_EVERY_MS = 60_000;

const adapterOf = ({ gateway }: Config): MessageAdapter =>
  gateway === undefined ? localAdapter : gatewayAdapter(gateway.url, gateway.secret);

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const deps = await openDeps(config, openLog(config.logLevel, { process: 'workers' }));
  const { jobs, listenerJobs, drainSeconds, host, port } = config.workers;
  const workers = runWorkers(deps.engine, await allWorkers(deps), {
    name: `${hostname()}:${process.pid}`,
    perType: jobs,
    pools: { job: 4 * jobs, listener: listenerJobs },
    graceMs: drainSeconds * 1_000,
    log: deps.log,
  });
  let findings: readonly Finding[] = [];
  const reconciled = reconcile(deps);
  const rounds = [
    repeat('outbox', OUTBOX_EVERY_MS, sendOutbox(deps, adapterOf(config)), deps.log),
    repeat('unused files', EXPIRE_EVERY_MS, expireFiles(deps), deps.log),
    repeat('words of titles', WORDS_EVERY_MS, giveWords(deps), deps.log),
    repeat('calendars', CALENDARS_EVERY_MS, announceCalendars(deps), deps.log),
    repeat('relay', RELAY_EVERY_MS, relay(deps), deps.log),
    repeat('reconcile', RECONCILE_EVERY_MS, async (stopping) => (findings = await reconciled(stopping)), deps.log),
  ];
  const registry = workerMetrics({
    workers,
    relayLag: () => relayLag(deps),
    openIncidents: async () => (await deps.engine.incidents.search()).length,
    findings: () => findings,
  });
  const server = await serveHealth({ workers, registry, pingDatabase: () => deps.models.ping() }, host, port);
  deps.log.info({ host, port }, 'working');
  onStop(() => stop(deps, workers, rounds, server));
}

/** Jobs in hand are finished, then engine and database are let go. */
async function stop(
  { models, engine, log }: Deps,
  workers: Workers,
  rounds: readonly { stop(): Promise<void> }[],
  server: { close(): unknown },
): Promise<void> {
  log.info('stopping');
  await Promise.all([workers.stop(), ...rounds.map((round) => round.stop())]);
  server.close();
  await engine.close();
  await models.close();
  log.info('stopped');
}

function onStop(act: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= act().then(() => process.exit(0));
    });
  }
}

async function relayLag({ models, clock }: Deps): Promise<number> {
  const [oldest] = await models.cases.withUnsent(1);

  return oldest === undefined ? 0 : (clock.now().getTime() - oldest.registeredAt.getTime()) / 1_000;
}

try {
  await main();
} catch (fault) {
  process.stderr.write(`workers: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
