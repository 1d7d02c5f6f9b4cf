import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { expect } from 'chai';

import { registerCase } from '../../commands/register-case.js';
import type { Deps } from '../../commands/deps.js';
import { connectEngine } from '../../engine/connect.js';
import { freePort } from '../../local/ports.js';
import { loadLocalities } from '../../procedures/localities.js';
import type { Locality } from '../../procedures/locality.js';
import { publishLocality } from '../../procedures/publish.js';
import { silent, testDeps } from '../commands/workbench.js';
import { freshEngine, testDatabase, type TestEngine } from '../support/stack.js';
import { root } from '../support/throw-away.js';
import { until } from '../support/until.js';

const CASES = 30;
const diagrams = join(root, 'bpmn');

describe('the workers as a process', () => {
  let host: TestEngine;
  let deps: Deps;
  let locality: Locality;
  let settings: Record<string, string>;

  before(async function () {
    this.timeout(180_000);
    host = await freshEngine();
    const { grpcAddress, restAddress } = host;
    const uri = await testDatabase();
    const localities = loadLocalities(diagrams);
    locality = localities.all()[0]!;
    deps = { ...(await testDeps({ uri, engine: connectEngine({ grpcAddress, restAddress }, silent) })), localities };
    const publication = { locality: locality.id, root: diagrams, by: 'test', at: new Date(), reason: 'test' };
    await publishLocality({ engine: deps.engine, ...deps.models }, publication);
    settings = {
      MONGODB_URI: uri,
      ZEEBE_GRPC_ADDRESS: grpcAddress,
      ZEEBE_REST_ADDRESS: restAddress,
      SESSION_SECRET: 'a secret that is long enough for a test',
      IDENTITY_KEY: randomBytes(32).toString('base64'),
      WORKERS_PORT: String(await freePort()),
    };
  });

  after(async () => {
    await deps.models.close();
    await deps.engine.close();
    await host.stop();
  });

  it('answer health, readiness and figures, and on SIGTERM end their jobs and go, none left locked', async function () {
    this.timeout(180_000);
    const workers = start(settings);
    const get = (path: string) => fetch(`http://127.0.0.1:${settings['WORKERS_PORT'] ?? ''}${path}`);
    await until(async () => (await get('/ready').catch(() => undefined))?.status === 200, 60_000);
    expect(await (await get('/health')).json()).to.deep.equal({ status: 'up' });
    expect(await (await get('/ready')).json()).to.deep.equal({ ready: true, database: true, notPolled: [] });
    expect((await get('/elsewhere')).status).to.equal(404);

    const steps = deps.models.connection.collection('steps');
    await Promise.all(Array.from({ length: CASES }, () => report()));
    await until(async () => (await steps.findOne({ act: 'take-case' })) !== null);
    const figure = /^huiyin_jobs_total\{type="take-case",outcome="completed"\} \d+$/m;
    await until(async () => figure.test(await (await get('/metrics')).text()));
    workers.process.kill('SIGTERM');

    expect(await workers.ended()).to.equal(0);
    expect(workers.output()).to.contain('"msg":"stopping"').and.contain('"msg":"stopped"');
    // However quick they were: there is something left for the next process.
    await report();
    await until(async () => (await openJobs()).length > 0);
    const open = await openJobs();
    expect(await activated(open.map(({ type }) => type))).to.include.members(open.map(({ jobKey }) => jobKey));
  });

  it('say what is wrong with every setting at once, and leave', async () => {
    const wrong = { ...settings, MONGODB_URI: 'postgres://x', IDENTITY_KEY: 'short', WORKER_JOBS: 'many' };
    const workers = start({ ...wrong, SESSION_SECRET: '' });

    expect(await workers.ended()).to.equal(1);
    for (const name of ['MONGODB_URI', 'IDENTITY_KEY', 'WORKER_JOBS', 'SESSION_SECRET'])
      expect(workers.output()).to.contain(`- ${name}: found`);
    expect(workers.output()).to.contain('4 faults').and.not.contain('    at ');
  });

  async function report(): Promise<void> {
    const channel = locality.channels.find(({ identity }) => identity === 'phone')!.id;
    const caller = { name: '王小明', phone: '13800005678' };
    const told = { locality: locality.id, channel, title: '停暖', text: '全楼停暖。', caller };
    await registerCase(deps)(told, { name: '话务员' });
  }

  async function rest<Answer>(path: string, body: object): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(host.restAddress + path, { method: 'POST', headers, body: JSON.stringify(body) });

    return (await answer.json()) as Answer;
  }

  async function openJobs(): Promise<{ jobKey: string; type: string }[]> {
    const query = { filter: { state: 'CREATED' }, page: { limit: 500 } };

    return (await rest<{ items: { jobKey: string; type: string }[] }>('/v2/jobs/search', query)).items;
  }

  /** Keys of the jobs that the engine gives out at once. */
  async function activated(types: readonly string[]): Promise<string[]> {
    const jobs = await Promise.all(
      [...new Set(types)].map((type) =>
        rest<{ jobs: { jobKey: string }[] }>('/v2/jobs/activation', { type, timeout: 60_000, maxJobsToActivate: 500 }),
      ),
    );

    return jobs.flatMap((answer) => answer.jobs.map(({ jobKey }) => jobKey));
  }
});

/** `workers/main.ts` with these settings and nothing else of the environment. */
function start(settings: Record<string, string>) {
  const command = ['--import', 'tsx', join(root, 'workers/main.ts')];
  const child = spawn(process.execPath, command, { cwd: root, env: { PATH: process.env['PATH'], ...settings } });
  process.once('exit', () => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close') as Promise<[number | null]>;

  return { process: child, output: () => output, ended: async () => (await ended)[0] };
}
