import { randomBytes } from 'node:crypto';

import { provisionAccounts } from '../api/accounts/provision-accounts.js';
import { openLiveBoard } from '../api/board/live-board.js';
import { step, type Say } from '../local/progress.js';
import { throwAwayDatabase } from '../local/throw-away/database.js';
import { readConfig } from '../config.js';
import { openLog } from '../log.js';
import { openDeps } from '../open-deps.js';
import type { Closing } from './closing.js';
import { fillDatabase } from './fill-database.js';
import { percentilesOf, type Percentiles } from './figures.js';
import { listAsks, type ListAsk } from './list-asks.js';
import { handlingUnits, type World } from './list-rows.js';
import { serveApi } from './serve-api.js';
import { LOCALITY } from './whole-system.js';

export interface ListSizes {
  /** Cases in the database, and how many of them are open. */
  listed: number;
  listedOpen: number;
  /** How often each list is asked for, and for how many seconds at most. */
  asks: number;
  askSeconds: number;
}

/** One list: milliseconds from the request's start to its answer, and what came. */
export interface ListTimes extends Percentiles {
  name: string;
  asked: number;
  /** Rows that came, and how many there are by the answer's own count; null where it counts none. */
  rows: number;
  total: number | null;
}

export interface ListFigures {
  cases: number;
  open: number;
  lists: ListTimes[];
}

/** Fills a database of its own, then asks over HTTP as the pages do. It needs no engine. */
export async function measureLists(sizes: ListSizes, say: Say, closing: Closing): Promise<ListFigures> {
  const { url, password, world } = await startApi(sizes, say, closing);
  const lists: ListTimes[] = [];
  for (const ask of listAsks(world, url, password))
    lists.push(await step(say, `${ask.name}: ${ask.path}`, () => timesOf(ask, sizes)));

  return { cases: sizes.listed, open: sizes.listedOpen, lists };
}

async function startApi(sizes: ListSizes, say: Say, closing: Closing) {
  const password = randomBytes(12).toString('hex');
  const secrets = { SESSION_SECRET: randomBytes(32).toString('hex'), IDENTITY_KEY: randomBytes(32).toString('base64') };
  const config = readConfig({ MONGODB_URI: await throwAwayDatabase(), LOG_LEVEL: 'silent', ...secrets });
  const deps = await openDeps(config, openLog(config.logLevel, { process: 'bench' }));
  closing.add(() => deps.models.close());
  closing.add(() => deps.engine.close());
  const { models, localities, identity } = deps;
  await provisionAccounts({ users: models.users, localities, demoPassword: password, adminPassword: undefined });
  const locality = localities.get(LOCALITY);
  const counts = { cases: sizes.listed, open: sizes.listedOpen, now: Date.now() };
  const world: World = { locality, units: handlingUnits(locality), identity, ...counts };
  await step(say, `${sizes.listed} cases in the database`, () => fillDatabase(models, world));
  const liveBoard = openLiveBoard(deps);
  closing.add(() => liveBoard.close());
  await step(say, 'the board has read what is open', () => liveBoard.ready());
  const url = await serveApi({ ...deps, liveBoard }, config, closing);

  return { url, password, world };
}

/** One after the other, the first of them not counted. */
export async function timesOf({ name, person, path, body }: ListAsk, sizes: ListSizes): Promise<ListTimes> {
  const ask = () => (body === undefined ? person.get<unknown>(path) : person.post<unknown>(path, body));
  const answer = await ask();
  const millis: number[] = [];
  const end = performance.now() + 1_000 * sizes.askSeconds;
  while (millis.length < sizes.asks && (performance.now() < end || millis.length === 0)) {
    const began = performance.now();
    await ask();
    millis.push(performance.now() - began);
  }

  return { name, asked: millis.length, ...sizeOf(answer), ...percentilesOf(millis) };
}

function sizeOf(answer: unknown): { rows: number; total: number | null } {
  const { items, total, open } = answer as { items?: unknown[]; total?: number; open?: number };
  const rows = Array.isArray(answer) ? answer.length : (items?.length ?? 1);

  return { rows, total: total ?? open ?? null };
}
