import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { readConfig, type Config } from '../config.js';
import { openLog } from '../log.js';
import { openDeps } from '../open-deps.js';
import { openLiveBoard } from './board/live-board.js';
import { provisionAccounts } from './accounts/provision-accounts.js';
import { createApp } from './app.js';
import type { ApiDeps } from './deps.js';
import { endEventStreams } from './routes/event-stream.js';

const root = join(import.meta.dirname, '..');
/** Requests in hand get this long to end before their connections are cut. */
const drainMillis = 10_000;

async function connect(config: Config, log: Logger): Promise<ApiDeps> {
  const deps = await openDeps(config, log);

  return {
    ...deps,
    liveBoard: openLiveBoard(deps),
    operateUrl: config.operateUrl,
    sessionSecret: config.sessionSecret,
    oidc: config.oidc,
    trustProxy: config.trustProxy,
    maxFileBytes: config.maxFileBytes,
    demo: config.demoPassword !== undefined,
    mapTiles: config.mapTiles,
    webFolder: join(root, 'web', 'dist'),
  };
}

async function listen(deps: ApiDeps, { host, port }: Config): Promise<Server> {
  const server = createServer(createApp(deps));
  server.listen(port, host);
  await once(server, 'listening');

  return server;
}

/** Takes no more requests, lets those in hand end, then closes engine and database. */
async function stop(server: Server, { models, engine, liveBoard, log }: ApiDeps): Promise<void> {
  log.info('stopping');
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, drainMillis);
  server.close();
  endEventStreams();
  await once(server, 'close');
  clearTimeout(cut);
  await liveBoard.close();
  await engine.close();
  await models.close();
  log.info('stopped');
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel, { process: 'api' });
  const deps = await connect(config, log);
  const { demoPassword, adminPassword } = config;
  const accounts = await provisionAccounts({
    users: deps.models.users,
    localities: deps.localities,
    demoPassword,
    adminPassword,
  });
  const server = await listen(deps, config);
  deps.liveBoard.ready().catch((err: unknown) => log.warn({ err }, 'boards are not ready'));
  log.info({ host: config.host, port: config.port, demoAccounts: accounts }, 'listening');
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= stop(server, deps);
    });
  }
}

try {
  await main();
} catch (fault) {
  process.stderr.write(`api: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
