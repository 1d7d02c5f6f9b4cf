import { expect } from 'chai';

import type { Deps } from '../../commands/deps.js';
import { registered, testDeps } from '../commands/workbench.js';

describe('the stage that a task shows of its case', () => {
  let deps: Deps;
  before(async () => {
    deps = await testDeps();
  });
  after(() => deps.models.close());

  let keys = 0;
  /** A case with an open task, as the listener writes it, and one that is over. */
  const caseWithTasks = async () => {
    const caseNumber = await registered(deps);
    const [open, over] = [`${(keys += 1)}`, `${(keys += 1)}`];
    for (const _id of [open, over])
      await deps.models.tasks.insert({
        ...{ _id, caseNumber, stage: 'registered', locality: 'testtown', elementId: 'x', name: '承办', processId: 'x' },
        ...{ version: 1, definitionKey: '1', processInstanceKey: '2', candidateGroups: ['testtown/center/agent'] },
        ...{ priority: 50, state: 'created', variables: {}, createdAt: new Date(), dueAt: new Date() },
      });
    await deps.models.tasks.complete(over, { data: {}, by: { name: '坐席' }, at: new Date() });

    return { caseNumber, open, over };
  };
  const stageOf = async (taskKey: string) => (await deps.models.tasks.find(taskKey))?.stage;
  const listed = async (stage: 'registered' | 'classified', caseNumber: string) => {
    const page = { page: 1, limit: 100 };
    const scopes = [{ locality: 'testtown' }, { candidateGroups: ['testtown/center/agent'] }];
    const lists = await Promise.all(
      [scopes, scopes.slice(1)].map((one) =>
        deps.models.tasks.list({ scopes: one, state: 'created', stages: [stage] }, 'dueAt', page),
      ),
    );

    return lists.map(({ items }) => items.filter((task) => task.caseNumber === caseNumber).map(({ _id }) => _id));
  };

  it('moves with the case, in every list, and stays where it was in a task that is over', async () => {
    const { caseNumber, open, over } = await caseWithTasks();
    expect(await listed('registered', caseNumber)).to.deep.equal([[open], [open]]);

    await deps.models.cases.move(caseNumber, 'one', { to: 'classified' });
    expect(await stageOf(open)).to.equal('classified');
    expect(await stageOf(over)).to.equal('registered');
    expect(await listed('registered', caseNumber)).to.deep.equal([[], []]);
    expect(await listed('classified', caseNumber)).to.deep.equal([[open], [open]]);
  });

  it('stays when the case may not move, and is told again when a move that broke off is repeated', async () => {
    const { caseNumber, open } = await caseWithTasks();
    expect(await deps.models.cases.move(caseNumber, 'early', { to: 'replied' })).to.equal(null);
    expect(await stageOf(open)).to.equal('registered');

    const cases = deps.models.connection.collection<{ _id: string }>('cases');
    await cases.updateOne({ _id: caseNumber }, { $set: { stage: 'classified', applied: ['broken'] } });
    expect(await deps.models.cases.move(caseNumber, 'broken', { to: 'classified' })).to.equal(null);
    expect(await stageOf(open)).to.equal('classified');
  });
});
