import { expect } from 'chai';

import { until } from './until.js';
import { workbench, type Workbench } from './workbench.js';

describe('messages', () => {
  let bench: Workbench;
  before(async () => {
    bench = await workbench();
    await bench.deploy('waits-for-message.bpmn');
  });
  after(() => bench.close());

  const register = (caseNumber: string, messageId: string) =>
    bench.engine.publishMessage({
      name: `registered-${bench.mark}`,
      correlationKey: caseNumber,
      messageId,
      timeToLiveMs: 60_000,
      variables: { caseNumber },
    });
  const instances = () => bench.engine.instances.search({ processDefinitionId: `waits-for-message-${bench.mark}` });

  it('sent twice under one id start one instance, and neither sending is an error', async () => {
    await register('BC-20191221-0001', 'first');
    await register('BC-20191221-0001', 'first');

    const found = await until('an instance', async () => {
      const all = await instances();

      return all.length > 0 ? all : undefined;
    });
    expect(found).to.have.length(1);
    expect(found[0]).to.include({ state: 'ACTIVE', parentKey: undefined, endedAt: undefined });
  });

  it('reach the instance that waits under their key, and no other', async () => {
    await register('BC-20191221-0002', 'second');
    await register('BC-20191221-0003', 'third');
    await until('three instances', async () => ((await instances()).length === 3 ? true : undefined));

    await bench.engine.publishMessage({
      name: `answered-${bench.mark}`,
      correlationKey: 'BC-20191221-0002',
      messageId: 'answer',
      timeToLiveMs: 60_000,
      variables: { solved: true },
    });

    const ended = await until('an end', async () => (await instances()).find(({ state }) => state === 'COMPLETED'));
    expect((await instances()).filter(({ state }) => state === 'ACTIVE')).to.have.length(2);
    expect((await bench.engine.instances.elements(ended.key)).map(({ elementId }) => elementId)).to.include.members([
      'wait',
      'end',
    ]);
    expect(await bench.engine.instances.sequenceFlows(ended.key)).to.have.members(['to-wait', 'to-end']);
    const counts = await bench.engine.instances.statistics(ended.key);
    expect(counts.find(({ elementId }) => elementId === 'wait')).to.include({ active: 0, completed: 1, incidents: 0 });
  });
});
