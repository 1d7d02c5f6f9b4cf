import { expect } from 'chai';

import { freshEngine } from '../support/stack.js';
import { until } from './until.js';
import { resource, workbench, type Workbench } from './workbench.js';

describe('instances', () => {
  let bench: Workbench;
  before(async () => {
    bench = await workbench();
    await bench.deploy('one-job.bpmn', 'waits-for-time.bpmn');
  });
  after(() => bench.close());

  it('are created with tags and found by them', async () => {
    const { key } = await bench.engine.instances.create({
      process: { id: `one-job-${bench.mark}` },
      variables: {},
      tags: [`case:${bench.mark}`],
    });

    const [found] = await until('the instance', async () => {
      const all = await bench.engine.instances.search({ tags: [`case:${bench.mark}`] });

      return all.length > 0 ? all : undefined;
    });
    expect(found).to.include({ key, state: 'ACTIVE', hasIncident: false });
    expect(found?.tags).to.deep.equal([`case:${bench.mark}`]);
  });

  it('end when they are cancelled, and are unknown to a second cancelling', async () => {
    const key = await bench.start('one-job');

    await bench.engine.instances.cancel(key);

    await until('the end', async () =>
      (await bench.engine.instances.get(key)).state === 'TERMINATED' ? true : undefined,
    );
    const again = await bench.engine.instances.cancel(key).catch((error: unknown) => error);
    expect(again).to.have.property('code', 'ENGINE_NOT_FOUND');
  });

  it('move to another version of their process, and not where an element is missing', async () => {
    const key = await bench.start('one-job');
    const diagram = await resource('one-job.bpmn', bench.mark);
    const changed = { ...diagram, content: diagram.content.replace('办理', '受理') };
    const target = (await bench.engine.deploy([changed])).processes[0]!.processDefinitionKey;
    const migrate = (to: string) =>
      bench.engine.instances.migrate(key, { targetProcessDefinitionKey: target, mappings: [{ from: 'work', to }] });

    const refusal = await migrate('nowhere').catch((error: unknown) => error);
    expect(refusal).to.have.property('code', 'ENGINE_REFUSED');
    expect((refusal as Error).message).to.contain('nowhere');

    await migrate('work');
    await until('the move', async () => {
      const { processDefinitionKey } = await bench.engine.instances.get(key);

      return processDefinitionKey === target || undefined;
    });
  });

  it('of a process that nobody deployed are refused', async () => {
    const refusal = await bench.start('never-deployed').catch((error: unknown) => error);

    expect(refusal).to.have.property('code', 'ENGINE_NOT_FOUND');
  });

  it('wait for a timer until the clock is pinned after it', async () => {
    const host = await freshEngine();
    const own = await workbench(host);
    await own.deploy('waits-for-time.bpmn');
    const start = new Date('2026-01-05T09:00:00+08:00');
    await own.engine.clock.pin(start);
    const key = await own.start('waits-for-time');
    await until('the instance', () => own.engine.instances.get(key).catch(() => undefined));

    await own.engine.clock.pin(new Date(start.getTime() + 19 * 60_000));
    await host.idle();
    expect((await own.engine.instances.get(key)).state).to.equal('ACTIVE');

    await own.engine.clock.pin(new Date(start.getTime() + 21 * 60_000));
    await until('the end', async () =>
      (await own.engine.instances.get(key)).state === 'COMPLETED' ? true : undefined,
    );
    await own.engine.clock.reset();
    await own.close();
    await host.stop();
  });
});
