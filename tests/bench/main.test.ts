import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from 'chai';

import type { Figures } from '../../bench/bench.js';
import type { Spread } from '../../bench/figures.js';
import { root } from '../support/throw-away.js';
import { until } from '../support/until.js';

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Marks every process that a run starts, so that one left behind is found. */
const MARK = `HUIYIN_BENCH_TEST=${process.pid}`;

describe('the bench', function () {
  this.timeout(400_000);

  it('measures engines, case path and latency in one run, prints them as data and leaves no process behind', async () => {
    const { code, out, err } = await bench('--quick', '--json');

    expect(code, err).to.equal(0);
    const { quick, machine, engine, cases, latency, lists, expected } = JSON.parse(out) as Figures;
    expect(quick).to.equal(true);
    expect(machine).to.have.all.keys('processors', 'memoryGib', 'node', 'java', 'database', 'load');
    expect(engine).to.include({ waiting: 100, rounds: 1, secondsPerRound: 2 });
    expect(engine.engines).to.have.all.keys('group', 'none', 'shipped');
    for (const { instancesPerSecond } of Object.values(engine.engines)) expectSpread(instancesPerSecond);
    expectSpread(engine.ratios.groupToNone);
    expectSpread(engine.ratios.groupToShipped);
    expect(cases).to.include({ casesPerRound: 20, rounds: 1 });
    expectSpread(cases.casesPerSecond);
    expect(cases.toInstances).to.be.above(0);
    expect(latency).to.include({ casesPerSecond: 5, seconds: 10, cases: 50 });
    expect(latency.visible.p50).to.be.within(latency.registered.p50, latency.visible.p99);
    expect(latency.visible.p99).to.be.at.most(latency.visible.most);
    expect(lists).to.include({ cases: 2_000, open: 200 });
    for (const times of lists.lists) expect(times.p50, times.name).to.be.within(0, times.p99);
    for (const { name, rows } of lists.lists) expect(rows === 0, name).to.equal(/no title/.test(name));
    expect(expected).to.deep.equal({ groupToNone: 0.8, groupToShipped: 2, visibleP99: 500, listP50: 200 });
    expect(await leftBehind()).to.deep.equal([]);
  });

  it('ends what it started when it is called off, also when it is told so twice', async () => {
    const child = start('--quick', '--json');
    let told = '';
    let signals = 2;
    child.stderr.on('data', (text: Buffer) => {
      told += text.toString();
      if (!told.includes('three engines')) return;
      for (; signals > 0; signals -= 1) child.kill('SIGTERM');
    });
    const [code] = (await once(child, 'close')) as [number | null];

    expect(code, told).to.equal(130);
    await until(async () => (await leftBehind()).length === 0);
  });

  it('refuses an option that does not exist, and says which there are', async () => {
    const { code, out, err } = await bench('--fast');

    expect(code).to.equal(2);
    expect(out).to.equal('');
    expect(err).to.include("'--fast'").and.include('--quick');
  });
});

function expectSpread({ least, median, most }: Spread): void {
  expect(least).to.be.above(0);
  expect(median).to.be.within(least, most);
}

function start(...options: string[]): ChildProcessWithoutNullStreams {
  const [name = '', value] = MARK.split('=');

  return spawn(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...options], {
    cwd: root,
    env: { ...process.env, [name]: value },
  });
}

async function bench(...options: string[]): Promise<Run> {
  const child = start(...options);
  const run = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (run.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (run.err += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];

  return { ...run, code };
}

/** Command lines of processes that bear the mark; none can be found where there is no `/proc`. */
async function leftBehind(): Promise<string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const read = (pid: string, file: string) => readFile(join('/proc', pid, file), 'utf8').catch(() => '');
  const found: string[] = [];
  for (const pid of pids)
    if ((await read(pid, 'environ')).split('\0').includes(MARK)) found.push(await read(pid, 'cmdline'));

  return found;
}
