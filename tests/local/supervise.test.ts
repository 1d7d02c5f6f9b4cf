import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../../local/exclusively.js';
import type { Program } from '../../local/program.js';
import { StartFault } from '../../local/start-fault.js';
import { type Running, supervise } from '../../local/supervise.js';
import { endWithTests, throwAwayFolder } from '../support/throw-away.js';
import { until } from '../support/until.js';

const serving = "console.log('serving'); setInterval(() => {}, 1000);";
const patient = { firstPause: 60_000, longestPause: 60_000, deaths: 4, window: 60_000 };
const quick = { firstPause: 10, longestPause: 40, deaths: 4, window: 60_000 };

const node = (script: string, more: Partial<Program> = {}): Program => ({
  name: 'thing',
  command: process.execPath,
  args: ['-e', script],
  isReady: (lines) => lines.includes('serving'),
  startLimit: 10,
  stopLimit: 5,
  ...more,
});

describe('a supervised program', () => {
  let said: string[];
  let faults: StartFault[];

  beforeEach(() => {
    said = [];
    faults = [];
  });

  const start = async (program: Program, logFile?: string, patience = quick): Promise<Running> => {
    const output = { say: (line: string) => said.push(line), ...(logFile !== undefined && { logFile }) };
    const running = await supervise(program, { ...output, onGiveUp: (fault) => faults.push(fault), patience });
    endWithTests(running);
    return running;
  };

  it('is started again after kill -9, as another process, and a line says so', async () => {
    const running = await start(node(serving));
    const first = running.pid!;

    process.kill(first, 'SIGKILL');
    await until(() => running.pid !== undefined && running.pid !== first);

    expect(isAlive(first)).to.equal(false);
    expect(said.join('\n')).to.match(/thing was ended by SIGKILL; it is started again in 0\.0 s\nthing is back/);
    await running.stop();
  });

  it('is given up after too many deaths, with one sentence', async () => {
    await start(node("console.log('serving'); setTimeout(() => process.exit(3), 50);"));

    await until(() => faults.length > 0);

    expect(faults).to.have.length(1);
    expect(faults[0]!.message).to.match(/^thing died 4 times .* ended with exit code 3/);
  });

  it('stays ended once it was stopped', async () => {
    const running = await start(node(serving));
    const pid = running.pid!;

    await running.stop();
    await running.stop();

    expect(isAlive(pid)).to.equal(false);
    expect(running.pid).to.equal(undefined);
    expect(said).to.deep.equal([]);
  });

  it('ends also when it is stopped in the pause between a death and the next start', async () => {
    const running = await start(node(serving), undefined, patient);
    process.kill(running.pid!, 'SIGKILL');
    await until(() => running.pid === undefined);

    await running.stop();

    expect(said.join()).not.to.contain('is back');
  });

  it('is killed when it does not end within its limit', async () => {
    const running = await start(node(`process.on('SIGTERM', () => {}); ${serving}`, { stopLimit: 0.2 }));
    const pid = running.pid!;

    await running.stop();

    expect(isAlive(pid)).to.equal(false);
  });

  it('takes what it started itself along', async () => {
    const script = `const c = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      console.log('child ' + c.pid); process.on('SIGTERM', () => {}); ${serving}`;
    const log = join(await throwAwayFolder('log'), 'thing.log');
    const running = await start(node(script, { stopLimit: 0.2 }), log);
    await until(async () => (await readFile(log, 'utf8')).includes('serving\n'));
    const grandchild = Number(/child (\d+)/.exec(await readFile(log, 'utf8'))?.[1]);
    expect(isAlive(grandchild)).to.equal(true);

    await running.stop();

    await until(() => !isAlive(grandchild));
  });

  it('fails to start with its last words when it ends before it serves', async () => {
    const fault = await start(node("console.error('no such disk'); process.exit(5)")).catch((error: unknown) => error);

    expect(fault).to.be.instanceOf(StartFault);
    expect((fault as Error).message).to.equal('thing ended before it served (exit code 5): no such disk');
  });

  it('fails to start when it does not serve in time, and is not left running', async () => {
    const pids: number[] = [];
    const program = node('setInterval(() => {}, 1000)', { startLimit: 0.3 });
    const fault = await supervise(program, {
      say: () => undefined,
      onGiveUp: () => undefined,
      onStart: (pid) => void pids.push(pid),
    }).catch((error: unknown) => error);

    expect((fault as Error).message).to.contain('did not serve within 0.3 s');
    expect(pids.map(isAlive)).to.deep.equal([false]);
  });

  it('fails to start with a sentence when the program does not exist', async () => {
    const fault = await start(node('', { command: '/no/such/program' })).catch((error: unknown) => error);

    expect((fault as Error).message).to.match(/^thing cannot be started: .*ENOENT/);
  });

  it('writes all lines to its log and repeats warnings and errors only', async () => {
    const log = join(await throwAwayFolder('log'), 'thing.log');
    const script = `console.log('plain'); console.error(JSON.stringify({ level: 50, msg: 'case lost', err: { message: 'why' } }));
      console.log(JSON.stringify({ level: 30, msg: 'fine' })); console.log('2026-01-01 00:00:00,000 WARNING x: low'); ${serving}`;
    const running = await start(node(script), log);
    await running.stop();

    expect(said).to.have.members(['thing: case lost: why', 'thing: 2026-01-01 00:00:00,000 WARNING x: low']);
    await until(async () => /^plain\n[^]*serving\n/.test(await readFile(log, 'utf8')));
  });
});
