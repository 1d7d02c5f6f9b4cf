import { expect } from 'chai';

import { freshEngine, type TestEngine } from '../support/stack.js';
import { workbench, type Workbench } from './workbench.js';

const TIMERS = 10_000;
const AT_ONCE = 100;

describe('Ten thousand deadlines in the same minute', function () {
  this.timeout(600_000);
  let host: TestEngine;
  let bench: Workbench;

  before(async () => {
    host = await freshEngine();
    bench = await workbench(host, 60_000);
    await bench.deploy('waits-for-time.bpmn');
  });
  after(async () => {
    await bench.close();
    await host.stop();
  });

  it('all fire at 08:30, none before, none twice, and the engine comes to rest', async () => {
    await bench.engine.clock.pin(new Date('2026-01-05T08:10:00+08:00'));
    await startAll();

    await bench.engine.clock.pin(new Date('2026-01-05T08:29:59+08:00'));
    await host.idle(60_000);
    expect(await counted('COMPLETED')).to.equal(0);
    expect((await host.nextTimer())?.toISOString()).to.equal('2026-01-05T00:30:00.000Z');

    await bench.engine.clock.pin(new Date('2026-01-05T08:30:00+08:00'));
    await host.idle(240_000);
    expect(await counted('ACTIVE')).to.equal(0);
    expect(await counted('COMPLETED')).to.equal(TIMERS);
    expect(await host.nextTimer()).to.equal(undefined);
  });

  async function startAll(): Promise<void> {
    for (let started = 0; started < TIMERS; started += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, () => bench.start('waits-for-time')));
  }

  async function counted(state: 'ACTIVE' | 'COMPLETED'): Promise<number> {
    const answer = await fetch(`${host.restAddress}/v2/process-instances/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ filter: { state }, page: { limit: 1 } }),
    });
    const { page } = (await answer.json()) as { page: { totalItems: number } };

    return page.totalItems;
  }
});
