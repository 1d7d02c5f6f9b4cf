import { expect } from 'chai';
import { Type } from 'typebox';

import { worker } from '../../engine/worker.js';
import { freshEngine } from '../support/stack.js';
import { leakyProxy, type LeakyProxy } from './leaky-proxy.js';
import { until } from './until.js';
import { workbench, type Workbench } from './workbench.js';

const Input = Type.Object({});
const TYPES = 20;

describe('an outage of the engine', function () {
  this.timeout(300_000);
  let host: Awaited<ReturnType<typeof freshEngine>>;
  let proxy: LeakyProxy;
  let bench: Workbench;
  before(async () => (host = await freshEngine()));
  after(() => host.stop());
  beforeEach(async () => {
    proxy = await leakyProxy(host.grpcAddress);
    bench = await workbench({ grpcAddress: proxy.address, restAddress: host.restAddress });
    await bench.deploy('one-job.bpmn');
  });
  afterEach(async () => {
    proxy.become('open');
    await bench.close();
    await proxy.close();
  });

  const definitions = (mark = bench.mark) => [
    worker(`work-${mark}`, Input, () => Promise.resolve({})),
    ...Array.from({ length: TYPES - 1 }, (_, index) =>
      worker(`idle-${index}-${mark}`, Input, () => Promise.resolve({})),
    ),
  ];
  const completed = (key: string) =>
    until(
      `the end of ${key}`,
      async () => ((await bench.engine.instances.get(key)).state === 'COMPLETED' ? true : undefined),
      60_000,
    );
  const allReady = (workers: ReturnType<Workbench['work']>) =>
    until('all types ready', () => workers.ready().every(({ ready }) => ready) || undefined);

  it('brings no flood of polls, and work goes on by itself when it is over', async () => {
    const workers = bench.work(definitions());
    await allReady(workers);
    const before = proxy.connections();
    const cut = performance.now();

    proxy.become('refusing');
    await until(
      'five failures of each type',
      () => workers.metrics().every((each) => each.pollFailures >= 5) || undefined,
      60_000,
    );

    const seconds = (performance.now() - cut) / 1_000;
    const failures = workers.metrics().reduce((sum, each) => sum + each.pollFailures, 0);
    expect(seconds).to.be.greaterThan(1.8); // five failures in a row come with ever longer pauses
    expect(failures / TYPES / seconds).to.be.lessThan(3);
    expect((proxy.connections() - before) / seconds).to.be.lessThan(3); // one connection for all types

    proxy.become('open');
    const key = await bench.start('one-job');
    await completed(key);
    await allReady(workers);
  });

  it('that is silent is seen: polls without an answer are not taken for empty ones', async () => {
    const workers = bench.work(definitions());
    await allReady(workers);

    proxy.become('silent');

    await until('no type ready', () => workers.ready().every(({ ready }) => !ready) || undefined);
    expect(workers.metrics().every(({ pollFailures }) => pollFailures > 0)).to.equal(true);

    proxy.become('refusing');
    proxy.become('open');
    await allReady(workers);
  });

  it('of a moment is not noticed by who publishes a message or completes a job', async () => {
    let published: Promise<void> | undefined;
    const workers = bench.work([
      worker(`work-${bench.mark}`, Input, () => {
        proxy.become('refusing');
        setTimeout(() => proxy.become('open'), 700);
        published = bench.engine.publishMessage({
          name: 'nobody-waits',
          correlationKey: 'BC-20191221-0001',
          messageId: bench.mark,
          timeToLiveMs: 60_000,
          variables: {},
        });

        return Promise.resolve({});
      }),
    ]);
    const key = await bench.start('one-job');

    await until('the job answered', () => workers.metrics()[0]!.handled || undefined);
    await published;

    expect(workers.metrics()[0]?.outcomes).to.include({ unanswered: 0, completed: 1 });
    await completed(key);
  });

  it('that lasts is told as ENGINE_UNAVAILABLE within the patience of the caller', async () => {
    const impatient = await workbench({ grpcAddress: proxy.address, restAddress: 'http://127.0.0.1:9' }, 1_000);
    proxy.become('refusing');
    const asked = performance.now();
    const codes = await Promise.all(
      [
        impatient.engine.instances.cancel('4503599627370497'),
        impatient.engine.tasks.complete('4503599627370497', {}),
      ].map((act) => act.catch((error: unknown) => (error as { code: string }).code)),
    );

    expect(codes).to.deep.equal(['ENGINE_UNAVAILABLE', 'ENGINE_UNAVAILABLE']);
    expect(performance.now() - asked).to.be.lessThan(10_000);
    const health = await impatient.engine.health();
    expect(health).to.include({ ok: false });
    expect(health.rest.fault).to.be.a('string');
    proxy.become('open');
    await impatient.close();
  });

  it('by kill -9 costs no job: the workers go on with the engine that comes back', async () => {
    // what the dead engine had just handed out comes back after its lock
    const workers = bench.work(definitions(), { lockMs: { job: 3_000, listener: 3_000 } });
    await allReady(workers);
    const keys = await Promise.all(Array.from({ length: 5 }, () => bench.start('one-job')));
    const pid = host.pid;
    host.kill();
    await until('another process of the engine', () => (host.pid !== pid ? host.pid : undefined), 60_000);
    const late = await until(
      'an instance started after it',
      () => bench.start('one-job').catch(() => undefined),
      60_000,
    );

    for (const key of [...keys, late]) {
      await until(
        `the end of ${key}`,
        async () => ((await bench.engine.instances.get(key)).state === 'COMPLETED' ? true : undefined),
        60_000,
      );
    }
    await allReady(workers);
  });
});
