import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { provisionAccounts } from '../api/accounts/provision-accounts.js';
import { createApp } from '../api/app.js';
import { openLiveBoard } from '../api/board/live-board.js';
import { step, type Say } from '../local/progress.js';
import { root } from '../local/root.js';
import { throwAwayDatabase } from '../local/throw-away/database.js';
import { readConfig } from '../config.js';
import { openLog } from '../log.js';
import { openDeps } from '../open-deps.js';
import { Person } from '../stories/people.js';
import type { Closing } from './closing.js';
import { fillDatabase } from './fill-database.js';
import { percentile, rounded } from './figures.js';
import type { Percentiles } from './latency.js';
import { LOCALITY } from './whole-system.js';

export interface ListSizes {
  /** Cases in the database, and how many of them are open. */
  listed: number;
  listedOpen: number;
  /** How often each list is asked for. */
  asks: number;
}

/** Milliseconds from the request's start to its answer. */
export interface ListFigures {
  cases: number;
  open: number;
  asks: number;
  /** `GET /tasks` of a post's inbox. */
  inbox: Percentiles;
  /** `GET /cases` of one unit among a hundred, and of the whole locality. */
  casesOfUnit: Percentiles;
  casesOfLocality: Percentiles;
  board: Percentiles;
}

/** Fills a database of its own, then asks over HTTP as the pages do. It needs no engine. */
export async function measureLists(sizes: ListSizes, say: Say, closing: Closing): Promise<ListFigures> {
  const { url, password } = await startApi(sizes, say, closing);
  const [agent, supervisor] = ['agent', 'supervisor'].map(
    (role) => new Person(`${LOCALITY}.center.${role}`, url, password),
  ) as [Person, Person];
  const time = (person: Person, path: string) => step(say, `GET ${path}`, () => timesOf(person, path, sizes.asks));

  return {
    cases: sizes.listed,
    open: sizes.listedOpen,
    asks: sizes.asks,
    inbox: await time(agent, '/tasks?whose=unit'),
    casesOfUnit: await time(supervisor, '/cases?unitId=bench-unit-7'),
    casesOfLocality: await time(supervisor, '/cases'),
    board: await time(supervisor, '/board'),
  };
}

async function startApi(sizes: ListSizes, say: Say, closing: Closing): Promise<{ url: string; password: string }> {
  const password = randomBytes(12).toString('hex');
  const secrets = { SESSION_SECRET: randomBytes(32).toString('hex'), IDENTITY_KEY: randomBytes(32).toString('base64') };
  const config = readConfig({ MONGODB_URI: await throwAwayDatabase(), LOG_LEVEL: 'silent', ...secrets });
  const log = openLog(config.logLevel, { process: 'bench' });
  const deps = await openDeps(config, log);
  closing.add(() => deps.models.close());
  closing.add(() => deps.engine.close());
  const { models, localities } = deps;
  await provisionAccounts({ users: models.users, localities, demoPassword: password, adminPassword: undefined });
  await step(say, `${sizes.listed} cases in the database`, () => fillDatabase(models, sizes));
  const liveBoard = openLiveBoard(deps);
  closing.add(() => liveBoard.close());
  await step(say, 'the board has read what is open', () => liveBoard.ready());
  const { sessionSecret, trustProxy } = config;
  const app = createApp({
    ...deps,
    liveBoard,
    sessionSecret,
    trustProxy,
    demo: true,
    webFolder: join(root, 'web', 'dist'),
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.add(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, password };
}

/** One after the other, the first of them not counted. */
async function timesOf(person: Person, path: string, asks: number): Promise<Percentiles> {
  await person.get(path);
  const millis: number[] = [];
  for (let asked = 0; asked < asks; asked += 1) {
    const began = performance.now();
    await person.get(path);
    millis.push(performance.now() - began);
  }

  return { p50: percentile(millis, 50), p99: percentile(millis, 99), most: rounded(Math.max(...millis)) };
}
