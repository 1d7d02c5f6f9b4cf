import { expect } from 'chai';

import { freshEngine, type TestEngine } from '../support/stack.js';
import { until } from './until.js';
import { workbench, type Workbench } from './workbench.js';

const HOUR = 3_600_000;

describe("the engine's clock", function () {
  this.timeout(240_000);
  let host: TestEngine;
  let bench: Workbench;

  before(async () => {
    host = await freshEngine();
    bench = await workbench(host);
    await bench.deploy('one-job.bpmn');
  });
  after(async () => {
    await bench.close();
    await host.stop();
  });

  const take = async (timeoutMs: number) =>
    (
      await bench.engine.jobs.activate({
        type: `work-${bench.mark}`,
        worker: 'one that dies',
        maxJobs: 1,
        timeoutMs,
        // One that ends just as the job comes could lose it once more.
        longPollMs: 20_000,
        fetchVariables: ['caseNumber'],
      })
    )[0];

  it('does not keep a job of somebody who died, also when it was ahead for a while and is set back', async () => {
    for (const ahead of [5 * HOUR, 0]) {
      if (ahead > 0) await bench.engine.clock.pin(new Date(Date.now() + ahead));
      else await bench.engine.clock.reset();
      const key = await bench.start('one-job');
      const lost = await until('the job', () => take(500));
      expect(lost.processInstanceKey).to.equal(key);
      if (ahead > 0) await bench.engine.clock.pin(new Date(Date.now() + ahead + 1_000));

      const found = await until('the same job once more', () => take(60_000));
      expect(found.key).to.equal(lost.key);
      await bench.engine.jobs.complete(found, {});
    }
  });
});
