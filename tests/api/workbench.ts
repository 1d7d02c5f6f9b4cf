import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Express } from 'express';
import pino from 'pino';
import request from 'supertest';
import { createApp } from '../../api/app.js';
import { openLiveBoard } from '../../api/board/live-board.js';
import type { ApiDeps } from '../../api/deps.js';
import { hashPassword } from '../../api/session/passwords.js';
import { createTokens } from '../../api/session/tokens.js';
import { pinnedClock, type PinnedClock } from '../../clock.js';
import { counterOf } from '../../domain/numbering.js';
import { connectEngine } from '../../engine/connect.js';
import type { Engine } from '../../engine/engine.js';
import { runWorkers } from '../../engine/run-workers.js';
import { openIdentity } from '../../models/identity.js';
import { openModels } from '../../models/open-models.js';
import { loadLocalities } from '../../procedures/localities.js';
import { publishLocality } from '../../procedures/publish.js';
import { openNotices } from '../../templates/render-notice.js';
import { openTemplates } from '../../templates/render.js';
import { allWorkers } from '../../workers/all.js';
import { testDatabase, testEngine } from '../support/stack.js';
import { root } from '../support/throw-away.js';

/** Password of every account in these tests. */
export const password = 'a-password-for-tests';

/** The folder of the made-up town that these tests play in. */
const town = join(import.meta.dirname, 'bpmn');

/** The real API on a real database; with the real engine and all workers where a test asks for them. */
export interface ApiBench {
  readonly app: Express;
  readonly deps: ApiDeps;
  readonly clock: PinnedClock;
  /** A signed-in person of the town, e.g. `center.agent`; `admin` and `citizen` as they are. */
  as(post: string): Promise<Caller>;
  /** Takes out everything but the accounts. */
  clear(): Promise<void>;
  /** Number of documents in the collections that a report writes. */
  countDocuments(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

const written = ['cases', 'steps', 'orders', 'tasks', 'outbox', 'counters'];

/** Sends requests as one person. */
export interface Caller {
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  put(path: string, body?: object): request.Test;
  patch(path: string, body?: object): request.Test;
  delete(path: string): request.Test;
}

export const openApiBench = async (changes: Partial<ApiDeps> = {}): Promise<ApiBench> => {
  const models = await openModels(await testDatabase());
  const clock = pinnedClock();
  const parts = standing();
  const liveBoard = openLiveBoard({ models, localities: parts.localities, log: parts.log }, { batchMs: 50 });
  const deps: ApiDeps = { ...parts, models, clock, liveBoard, engine: noEngine, ...changes };
  await makeAccounts(deps);

  return benchOf(deps, clock, async () => {
    await deps.liveBoard.close();
    await models.close();
  });
};

/** The first bench of a run starts the engine, and builds it on a fresh clone. */
export const engineStartMillis = 300_000;

/** With the engine: the town's procedure is deployed, and all workers run. */
export const openEngineBench = async (changes: Partial<ApiDeps> = {}): Promise<ApiBench> => {
  const { grpcAddress, restAddress } = await testEngine();
  const log = silent();
  const engine = connectEngine({ grpcAddress, restAddress }, log);
  const bench = await openApiBench({ engine, ...changes });
  await numberApart(bench.deps);
  await publishLocality(
    { engine, procedures: bench.deps.models.procedures, publications: bench.deps.models.publications },
    { locality: 'linhe', root: town, by: 'test', at: new Date(), reason: 'test' },
  );
  const workers = runWorkers(engine, await allWorkers(bench.deps), { name: 'api-tests', longPollMs: 1_000, log });

  return {
    ...bench,
    close: async () => {
      await workers.stop();
      await bench.close();
      await engine.close();
    },
  };
};

const DAY = 86_400_000;
let benches = 0;

/**
 * Each bench has a database of its own but shares the engine, which remembers start messages by their case number for a day:
 * a number given by an earlier bench would start nothing.
 */
async function numberApart({ models, localities }: ApiDeps): Promise<void> {
  benches += 1;
  const { numbering, timeZone } = localities.get('linhe');
  const counters = models.connection.collection<{ _id: string; value: number }>('counters');
  // Also when midnight comes between.
  for (const at of [new Date(), new Date(Date.now() + DAY)])
    await counters.insertOne({
      _id: `case/linhe/${counterOf(numbering.case, { at, timeZone })}`,
      value: benches * 500,
    });
}

/** Requests that ask for the engine in tests without one fail as they do when it is away. */
const noEngine = new Proxy({} as Engine, {
  get: (_, door) => {
    if (door === 'health') return () => Promise.resolve({ ok: false, grpc: { ok: false }, rest: { ok: false } });
    if (door === 'publishMessage') return () => Promise.reject(new Error('no engine in this test'));
    throw new Error(`no engine in this test, asked for ${String(door)}`);
  },
});

const silent = () => pino({ level: process.env['TEST_LOG'] ?? 'silent' });

const standing = () => ({
  localities: loadLocalities(town),
  render: openTemplates(join(root, 'templates')),
  renderNotice: openNotices(join(root, 'templates')),
  identity: openIdentity(randomBytes(32)),
  log: silent(),
  sessionSecret: randomBytes(32).toString('hex'),
  trustProxy: 0,
  demo: true,
  rates: { signIn: 10_000, lookUp: 10_000, report: 10_000, upload: 10_000 },
  verifyAnswers: true,
});

async function makeAccounts({ models, localities }: ApiDeps): Promise<void> {
  const passwordHash = await (sharedHash ??= hashPassword(password));
  const { network } = localities.get('linhe');
  const posts = network.units.flatMap((unit) =>
    unit.staff.map(({ userId, name, role }) => ({ _id: userId, name, unitId: unit.id, roles: [role] })),
  );
  const citizens = ['linhe.citizen', 'linhe.citizen2'].map((_id) => ({
    _id,
    name: '王小明',
    roles: ['citizen' as const],
  }));
  for (const user of [...posts, ...citizens]) {
    await models.users.insert({ ...user, locality: 'linhe', passwordHash, disabled: false });
  }
  await models.users.insert({ _id: 'admin', name: '系统管理员', roles: ['admin'], passwordHash, disabled: false });
}

let sharedHash: Promise<string> | undefined;

function benchOf(deps: ApiDeps, clock: PinnedClock, close: () => Promise<void>): ApiBench {
  const app = createApp(deps);
  const tokens = new Map<string, Promise<string>>();

  return {
    app,
    deps,
    clock,
    as: async (post) => {
      const userId = post === 'admin' ? post : `linhe.${post}`;
      const token = tokens.get(userId) ?? startSession(deps, userId);
      tokens.set(userId, token);

      return callerOf(app, await token);
    },
    clear: async () => {
      const more = ['documents', 'notices', 'callbacks', 'files.files', 'files.chunks'];
      // Numbers go on: what is remembered, or still under way, of a case is never another test's.
      const names = [...written, ...more].filter((name) => name !== 'counters');
      await Promise.all(names.map((name) => deps.models.connection.collection(name).deleteMany({})));
    },
    countDocuments: async () => {
      const counts = written.map(async (name) => [
        name,
        await deps.models.connection.collection(name).countDocuments(),
      ]);

      return Object.fromEntries((await Promise.all(counts)) as [string, number][]);
    },
    close,
  };
}

/** A session as signing in makes it, without the time that a password takes. */
export async function startSession({ models, sessionSecret }: ApiDeps, userId: string): Promise<string> {
  const { token, sessionId, expiresAt } = await createTokens(sessionSecret).sign(userId);
  await models.users.startSession(userId, { id: sessionId, until: expiresAt });

  return token;
}

function callerOf(app: Express, token: string): Caller {
  const signed = (test: request.Test) => test.set('Authorization', `Bearer ${token}`);

  return {
    get: (path) => signed(request(app).get(path)),
    post: (path, body) => signed(request(app).post(path)).send(body),
    put: (path, body) => signed(request(app).put(path)).send(body),
    patch: (path, body) => signed(request(app).patch(path)).send(body),
    delete: (path) => signed(request(app).delete(path)),
  };
}

/** A report that is right, to be changed where a test wants it wrong. */
export const report = (changes: object = {}): object => ({
  locality: 'linhe',
  channel: 'phone',
  title: '井盖缺失',
  text: '人民路 12 号门前井盖缺失，行人危险。',
  caller: { name: '张三丰', phone: '13800138000' },
  place: { address: '人民路 12 号' },
  ...changes,
});

/** The same as a stranger's report. */
export const strangersReport = (changes: object = {}): object => {
  const { channel, ...rest } = report(changes) as Record<string, unknown>;
  if (channel !== 'phone') throw new Error('a stranger chooses no channel');

  return rest;
};
