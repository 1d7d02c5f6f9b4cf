import { expect } from 'chai';

import { completeTask } from '../../commands/complete-task.js';
import type { Deps } from '../../commands/deps.js';
import type { Person } from '../../commands/person.js';
import { verifyChain } from '../../domain/step-chain.js';
import { connectEngine } from '../../engine/connect.js';
import { runWorkers, type Workers } from '../../engine/run-workers.js';
import type { TaskDocument } from '../../models/tasks.js';
import { publishLocality } from '../../procedures/publish.js';
import { allWorkers } from '../../workers/all.js';
import { AGENT, CLERK, MORNING, person, places, registered, silent, testDeps } from '../commands/workbench.js';
import { testEngine } from '../support/stack.js';
import { until } from '../support/until.js';

describe('the path of a case', () => {
  let deps: Deps;
  let workers: Workers;

  before(async function () {
    this.timeout(180_000);
    const { grpcAddress, restAddress } = await testEngine();
    const engine = connectEngine({ grpcAddress, restAddress }, silent);
    deps = await testDeps({ engine });
    const { procedures, publications } = deps.models;
    await publishLocality(
      { engine, procedures, publications },
      { locality: 'testtown', root: places, by: 'test', at: MORNING, reason: 'test' },
    );
    workers = runWorkers(engine, await allWorkers(deps), { name: 'test', log: silent, longPollMs: 1_000 });
  });

  after(async () => {
    await workers.stop();
    await deps.models.close();
    await deps.engine.close();
  });

  it('goes from the call to the closing, every act recorded', async () => {
    const caseNumber = await registered(deps);

    await hand(caseNumber, '受理分类', AGENT, { kind: 'help', category: 'heat', note: '老人多' });
    await hand(caseNumber, '签收', CLERK, { signAct: 'accept' });
    await hand(caseNumber, '承办', CLERK, { reply: '已抢修，十一时恢复供热。' });
    await hand(caseNumber, '复核', person('center', 'supervisor'), { accepted: 'yes' });
    await hand(caseNumber, '回访', person('center', 'callback'), {
      reached: 'yes',
      solved: 'yes',
      satisfied: 'yes',
      speed: 5,
    });

    await until(async () => (await deps.models.cases.find(caseNumber))?.stage === 'closed');
    const closed = await deps.models.cases.find(caseNumber);
    expect(closed).to.include({ outcome: 'solved', kind: 'help', category: 'heat', round: 1 });
    expect(closed?.unsent).to.deep.equal([]);
    const steps = await deps.models.steps.ofCase(caseNumber);
    expect(verifyChain(steps)).to.deep.equal({ intact: true });
    expect(steps.map(({ act }) => act).filter((act) => !act.endsWith('-task'))).to.deep.equal([
      'register-case',
      'take-case',
      'classify-case',
      'set-deadline',
      'dispatch-order',
      'sign-order',
      'record-reply',
      'review-reply',
      'record-callback',
      'close-case',
    ]);
    const [order] = await deps.models.orders.ofCase(caseNumber);
    expect(order).to.include({ state: 'accepted', unitId: 'heating', number: '试交〔2019〕1号', signedLate: false });
    const documents = await deps.models.documents.ofCase(caseNumber);
    expect(documents.map(({ kind }) => kind)).to.deep.equal(['work-order', 'callback-record']);
  });

  /** Waits for the task in the lists, and completes it as this person. */
  async function hand(caseNumber: string, name: string, who: Person, data: Record<string, unknown>): Promise<void> {
    let task: TaskDocument | undefined;
    await until(async () => {
      task = (await deps.models.tasks.openOfCase(caseNumber)).find((open) => open.name === name);
      return task !== undefined;
    });
    // The row stands a moment before the engine has made the task: its listener comes first.
    await until(async () => {
      try {
        await completeTask(deps)(task?._id ?? '', data, who);
        return true;
      } catch (error) {
        if ((error as { code?: string }).code !== 'TASK_NOT_OPEN') throw error;
        return false;
      }
    });
  }
});
