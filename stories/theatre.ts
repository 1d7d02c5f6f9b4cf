import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { Logger } from 'pino';

import { provisionAccounts } from '../api/accounts/provision-accounts.js';
import { openLiveBoard } from '../api/board/live-board.js';
import { createApp } from '../api/app.js';
import { hashPassword } from '../api/session/passwords.js';
import { pinnedClock, type PinnedClock } from '../clock.js';
import type { Deps } from '../commands/deps.js';
import { relay } from '../commands/relay.js';
import { connectEngine } from '../engine/connect.js';
import type { Engine } from '../engine/engine.js';
import { runWorkers } from '../engine/run-workers.js';
import { openIdentity } from '../models/identity.js';
import { openModels, type Models } from '../models/open-models.js';
import { loadLocalities, type Localities } from '../procedures/localities.js';
import { publishLocality } from '../procedures/publish.js';
import { openNotices } from '../templates/render-notice.js';
import { openTemplates } from '../templates/render.js';
import { throwAwayDatabase } from '../local/throw-away/database.js';
import { throwAwayEngine, type ThrowAwayEngine } from '../local/throw-away/engine.js';
import { allWorkers } from '../workers/all.js';
import { Person } from './people.js';

/** A whole throw-away system in this process, whose clocks stand still until a story moves them. */
export interface Theatre {
  readonly clock: PinnedClock;
  readonly engine: Engine;
  readonly localities: Localities;
  readonly models: Models;
  /** Somebody at the API; `undefined` is a stranger. */
  person(userId: string | undefined): Person;
  /** Fires the timers due until then, each at its own time, and stops the clocks there. */
  passTimeUntil(moment: Date): Promise<void>;
  /** Publishes a locality's folder as it is now; cases that run keep what they began with. */
  publish(locality: string): Promise<void>;
  /** Resolves when nothing is left that the system does by itself. */
  settle(): Promise<void>;
  /** What stands in the way of processes now, in words. */
  incidents(): Promise<string[]>;
  close(): Promise<void>;
}

export interface TheatreOptions {
  /** Folder of the localities, e.g. `bpmn/`. */
  readonly folder: string;
  /** Only these are published. */
  readonly localities: readonly string[];
  /** Where every clock stands at first. */
  readonly start: Date;
  readonly log: Logger;
}

const templates = join(import.meta.dirname, '..', 'templates');
const PASSWORD = 'only-for-stories';
/** Everybody signs in once a story: nothing is there to protect, so it may be quick. */
const CHEAP = { N: 2 ** 4, r: 1, p: 1 };
/**
 * A poll that ends just as a job comes loses it until its lock is over, and a clock that stands still ends no lock: so no poll
 * ends before the play does.
 */
const LONG_POLL_MS = 3_600_000;
const MANY = 100_000;
/** More timers than this in one wait are a diagram that never rests. */
const MOST_TIMERS = 20_000;

export async function openTheatre({ folder, localities: names, start, log }: TheatreOptions): Promise<Theatre> {
  const [host, uri] = await Promise.all([throwAwayEngine(), throwAwayDatabase()]);
  const clock = pinnedClock(start);
  const localities = loadLocalities(folder);
  const deps: Deps = {
    models: await openModels(uri),
    engine: connectEngine({ grpcAddress: host.grpcAddress, restAddress: host.restAddress }, log),
    clock,
    localities,
    render: openTemplates(templates),
    renderNotice: openNotices(templates),
    identity: openIdentity(Buffer.alloc(32, 'stories')),
    log,
  };
  await host.pin(start);
  const publish = publisher(deps, folder);
  for (const name of names) await publish(name);
  await provisionAccounts({
    users: deps.models.users,
    localities,
    demoPassword: PASSWORD,
    adminPassword: undefined,
    hash: (password) => hashPassword(password, CHEAP),
  });
  const workers = runWorkers(deps.engine, await allWorkers(deps), {
    name: 'stories',
    startJitterMs: 0,
    longPollMs: LONG_POLL_MS,
    log,
  });
  const { address, close: closeApi } = await listen(deps);

  return {
    clock,
    engine: deps.engine,
    localities,
    models: deps.models,
    publish,
    person: (userId) => new Person(userId, address, PASSWORD),
    ...timeOf(host, clock, deps),
    incidents: async () =>
      (await deps.engine.incidents.search()).map(({ elementId, message }) => `${elementId}: ${message}`),
    close: async () => {
      await closeApi();
      const stopped = workers.stop();
      await host.stop(); // ends the polls that the workers wait for
      await stopped;
      await deps.engine.close();
      await deps.models.close();
    },
  };
}

const publisher = (deps: Deps, root: string) => async (locality: string) => {
  const request = { locality, root, by: 'stories', at: deps.clock.now(), reason: 'stories' };
  await publishLocality({ ...deps.models, engine: deps.engine }, request);
};

async function listen(deps: Deps): Promise<{ address: string; close: () => Promise<void> }> {
  const rates = { signIn: MANY, lookUp: MANY, report: MANY, upload: MANY };
  const app = createApp({
    ...deps,
    liveBoard: openLiveBoard(deps),
    sessionSecret: 's'.repeat(32),
    trustProxy: 0,
    demo: true,
    rates,
    verifyAnswers: true,
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function timeOf(host: ThrowAwayEngine, clock: PinnedClock, deps: Deps): Pick<Theatre, 'passTimeUntil' | 'settle'> {
  const send = relay(deps);
  const settle = async () => {
    await send();
    await host.idle();
  };
  const stand = async (moment: Date) => {
    clock.pin(moment);
    await host.pin(moment);
    await settle();
  };

  return {
    settle,
    passTimeUntil: async (moment) => {
      if (moment < clock.now())
        throw new Error(`time cannot go back from ${clock.now().toISOString()} to ${moment.toISOString()}`);
      for (let fired = 0; fired < MOST_TIMERS; fired += 1) {
        const due = await host.nextTimer();
        if (due === undefined || due > moment) return stand(moment);
        await stand(new Date(Math.max(due.getTime(), clock.now().getTime())));
      }
      throw new Error(`more than ${MOST_TIMERS} timers fired until ${moment.toISOString()}`);
    },
  };
}
