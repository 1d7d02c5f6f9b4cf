import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isAlive } from '../../local/exclusively.js';
import { cloneProject } from '../support/clone.js';
import { type Start, startCommand, stillAlive } from '../support/start-command.js';
import { throwAwayFolder } from '../support/throw-away.js';
import { until } from '../support/until.js';

const everything = ['database', 'engine', 'workers', 'api'];
const long = 240_000; // on a busy machine

describe('npm start', function () {
  this.timeout(600_000);
  const env = { ...process.env, LOCALITIES: 'baicheng' };
  let folder: string;
  let dataDir: string;
  let start: Start;
  let caseNumber: string;

  before(async () => {
    folder = await cloneProject();
    dataDir = join(await throwAwayFolder('data'), '数据 一');
  });
  after(async () => {
    start.signal('SIGTERM');
    await start.ended(long);
  });

  it('builds and starts everything from a clone whose path has blanks and Chinese, and says where it is', async () => {
    start = await startCommand({ folder, dataDir, env });
    const output = await start.said('Ctrl-C stops everything', long);

    expect(output).to.match(/building the engine host with Maven/);
    expect(output).to.contain(`pages      http://127.0.0.1:${start.port}`).and.contain(dataDir);
    expect(output).to.match(/baicheng +baicheng\.center\.agent +agent/);
    expect(Object.keys(start.processes())).to.deep.equal(everything);
    expect((await fetch(`http://127.0.0.1:${start.port}/ready`)).status).to.equal(200);
  });

  it('makes secrets that only this user can read, and accounts that let in with the password it printed', async () => {
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).to.equal(0o600);

    caseNumber = await registerCase(start);
    expect(caseNumber).to.match(/^BC-\d{8}-\d{4}$/);
    expect((await signIn(start.port, 'wrong-password')).status).to.equal(401);
  });

  it('is found by the commands run beside it: an edited form is published, and the history tells by whom and why', async () => {
    const form = join(folder, 'bpmn/shared/contact.form');
    await writeFile(form, (await readFile(form, 'utf8')).replace('"label": "', '"label": "请填写'));
    const run = promisify(execFile);
    const procedures = (...args: string[]) =>
      run(process.execPath, ['--import', 'tsx', 'procedures/main.ts', ...args], {
        cwd: folder,
        env: { ...process.env, DATA_DIR: dataDir },
      });

    const { stdout } = await procedures(
      'publish',
      'baicheng',
      '--tag',
      'trial',
      '--by',
      '王主任',
      '--why',
      '说得更清楚',
    );
    expect(stdout).to.contain('已发布 baicheng 版本 trial');
    const history = (await procedures('history', 'baicheng')).stdout.trim().split('\n');

    expect(history).to.have.length(2);
    expect(history[0]).to.match(/^trial  \d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}  王主任  说得更清楚$/);
  });

  it('refuses a second start on the same data folder, and leaves the first alone', async () => {
    const second = await startCommand({ folder, dataDir, env });

    expect(await second.ended(long)).to.equal(1);
    expect(second.output).to.contain(`already runs on ${dataDir} (process ${start.pid})`);
    expect(stillAlive(start.processes())).to.deep.equal(everything);
  });

  it('starts the workers again after kill -9', async () => {
    const { workers: before } = start.processes();
    process.kill(before!, 'SIGKILL');

    await start.said('workers is back', long);

    const { workers: after } = start.processes();
    expect(after).not.to.equal(before);
    expect(isAlive(after!)).to.equal(true);
  });

  it('ends all of it on Ctrl-C, in order, without a fault', async () => {
    const processes = start.processes();
    start.signal('SIGINT');

    expect(await start.ended(long)).to.equal(0);
    expect(start.output).to.match(/stopping api\nstopping workers\nstopping engine\nstopping database\nstopped\n$/);
    expect(stillAlive(processes)).to.deep.equal([]);
    expect(await isOpen(start.port)).to.equal(false);
  });

  it('finds everything as it was when it is started again', async () => {
    start = await startCommand({ folder, dataDir, env });
    const output = await start.said('Ctrl-C stops everything', long);

    expect(output).not.to.contain('Maven');
    expect(output).to.match(/baicheng: unchanged/);
    expect((await readCase(start, caseNumber)).status).to.equal(200);
  });

  it('ends what a start that was killed left behind, before it starts anew', async () => {
    const orphans = start.processes();
    start.signal('SIGKILL');
    await start.ended();
    expect(stillAlive(orphans)).to.include('engine');

    start = await startCommand({ folder, dataDir, env });
    await start.said('ending engine', long);
    await until(() => stillAlive(orphans).length === 0, long);
  });

  it('leaves nothing running when it is stopped halfway, or when the terminal is closed', async () => {
    await start.said(/engine …/, long);
    const processes = start.processes();
    start.signal('SIGHUP');

    expect(await start.ended(long)).to.equal(0);
    await until(() => stillAlive({ ...processes, ...start.processes() }).length === 0);
  });

  it('hurries when it is told to stop twice', async () => {
    start = await startCommand({ folder, dataDir, env });
    await start.said(/engine …/, long);
    const processes = start.processes();
    start.signal('SIGINT');
    await start.said('once more hurries', long);
    start.signal('SIGINT');

    await start.ended(long);
    await until(() => stillAlive(processes).length === 0);
  });
});

const passwordOf = ({ output }: Start): string => /demo accounts, password (\S+)/.exec(output)?.[1] ?? '';

const signIn = (port: number, password: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: 'baicheng.center.agent', password }),
  });

const authorization = async (start: Start): Promise<Record<string, string>> => {
  const answer = await signIn(start.port, passwordOf(start));
  const { token } = (await answer.json()) as { token: string };
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
};

const registerCase = async (start: Start): Promise<string> => {
  const answer = await fetch(`http://127.0.0.1:${start.port}/api/cases`, {
    method: 'POST',
    headers: await authorization(start),
    body: JSON.stringify({
      locality: 'baicheng',
      channel: 'phone',
      title: '供热管道爆裂',
      text: '楼前供热管道爆裂，请尽快处理。',
      caller: { name: '王女士', phone: '13804360001' },
    }),
  });
  return ((await answer.json()) as { caseNumber: string }).caseNumber;
};

const readCase = async (start: Start, caseNumber: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${start.port}/api/cases/${caseNumber}`, { headers: await authorization(start) });

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
