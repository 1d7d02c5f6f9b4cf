import { expect } from 'chai';
import { Type } from 'typebox';

import { worker, type WorkerDefinition } from '../../engine/worker.js';
import { gate } from './gate.js';
import { until } from './until.js';
import { workbench, type Workbench } from './workbench.js';

const Input = Type.Object({});
const none = Promise.resolve({});

describe('the workers', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench();
    await bench.deploy('one-job.bpmn');
  });
  afterEach(() => bench.close());

  const startMany = (count: number) => Promise.all(Array.from({ length: count }, () => bench.start('one-job')));
  const activateAll = (maxJobs: number) =>
    bench.engine.jobs.activate({
      type: `work-${bench.mark}`,
      worker: 'the next process',
      maxJobs,
      timeoutMs: 10_000,
      longPollMs: 1_000,
      fetchVariables: ['caseNumber'],
    });
  const slow = (pass: Promise<void>, started: () => void): WorkerDefinition =>
    worker(`work-${bench.mark}`, Input, async () => {
      started();
      await pass;

      return {};
    });

  it('leave no job locked when they stop: what was started is finished, the rest is given back', async () => {
    const { pass, open } = gate();
    let started = 0;
    await startMany(12);
    const workers = bench.work([slow(pass, () => (started += 1))], { perType: 8, pools: { job: 3, listener: 1 } });
    await until(
      'three at work and five waiting',
      () => (started === 3 && workers.metrics()[0]!.waiting === 5) || undefined,
    );

    const stopped = workers.stop();
    open();
    await stopped;

    expect(started).to.equal(3);
    expect(workers.metrics()[0]?.outcomes).to.include({ completed: 3, 'handed-back': 5 });
    const free = await activateAll(20);
    expect(free).to.have.length(9); // at once, though the lock of the old process would have lasted 20 s
    expect(free.every(({ retries }) => retries === 3)).to.equal(true);
  });

  it('give back the jobs of a poll that is still under way when they stop', async () => {
    let started = 0;
    const workers = bench.work([slow(Promise.resolve(), () => (started += 1))], { longPollMs: 20_000 });
    await bench.start('one-job');
    await until('a poll with nothing to fetch', () => workers.metrics()[0]!.outcomes.completed || undefined);

    const stopped = workers.stop();
    await bench.start('one-job');
    await stopped;

    expect(started).to.equal(1);
    expect(workers.metrics()[0]?.outcomes['handed-back']).to.equal(1);
    expect(await activateAll(5)).to.have.length(1);
  });

  it('end inside the grace period even when a handler does not', async () => {
    const { pass, open } = gate();
    let started = 0;
    await bench.start('one-job');
    const workers = bench.work([slow(pass, () => (started += 1))], { graceMs: 1_500 });
    await until('the handler at work', () => started || undefined);
    const asked = performance.now();

    await workers.stop();

    expect(performance.now() - asked).to.be.lessThan(10_000);
    open();
  });

  it('do not start a job again that they are still at when its lock runs out', async () => {
    const { pass, open } = gate();
    let started = 0;
    const key = await bench.start('one-job');
    const workers = bench.work([slow(pass, () => (started += 1))], {
      lockMs: { job: 300, listener: 300 },
      longPollMs: 500,
    });
    await until('the handler at work', () => started || undefined);
    const other = await until('the lock to run out', async () => (await activateAll(1))[0]);
    expect(other.processInstanceKey).to.equal(key);
    await bench.engine.jobs.fail(other, { message: 'for the others', retries: 3, backOffMs: 0 });
    await bench.start('one-job');
    await until('the second job at work', () => started === 2 || undefined);

    open();
    await until('both done', () => workers.metrics()[0]!.handled === 2 || undefined);
    expect(workers.metrics()[0]?.outcomes.completed).to.equal(2);
    expect(started).to.equal(2);
  });

  it('keep to the bounds of a type and of the pool', async () => {
    const passes = [gate(), gate()];
    const running = [0, 0];
    const most = [0, 0, 0];
    const { engine } = bench;
    const other = await workbench();
    await other.deploy('one-job.bpmn');
    const definitions = [bench.mark, other.mark].map((mark, index) =>
      worker(`work-${mark}`, Input, async () => {
        running[index]! += 1;
        most[index] = Math.max(most[index]!, running[index]!);
        most[2] = Math.max(most[2]!, running[0]! + running[1]!);
        await passes[index]!.pass;
        running[index]! -= 1;

        return {};
      }),
    );
    await startMany(6);
    await Promise.all(Array.from({ length: 6 }, () => other.start('one-job')));
    const workers = bench.work(definitions, { perType: 3, pools: { job: 4, listener: 1 } });
    const waiting = () => workers.metrics().reduce((sum, counts) => sum + counts.waiting, 0);
    await until('four at work and two waiting', () => (most[2] === 4 && waiting() === 2) || undefined);

    passes.forEach(({ open }) => open());
    await until('all done', () => workers.metrics().every(({ handled }) => handled === 6) || undefined);
    await other.close();

    expect(most[0]).to.be.at.most(3);
    expect(most[1]).to.be.at.most(3);
    expect(most[2]).to.equal(4);
    expect((await engine.health()).ok).to.equal(true);
  });

  it('are ready when the engine has answered each type, and not before', async () => {
    const workers = bench.work([worker(`work-${bench.mark}`, Input, () => none)]);
    expect(workers.ready().map(({ ready }) => ready)).to.deep.equal([false]);

    const [readiness] = await until('readiness', () => (workers.ready()[0]?.ready ? workers.ready() : undefined));

    expect(readiness).to.include({ type: `work-${bench.mark}`, ready: true });
    expect(readiness?.ageOfLastPollMs).to.be.lessThan(2_000);
  });
});
