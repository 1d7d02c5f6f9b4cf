import { expect } from 'chai';

import { deliver } from '../../commands/deliver.js';
import type { Deps } from '../../commands/deps.js';
import { reconcile, type Finding } from '../../commands/reconcile.js';
import { until } from '../support/until.js';
import { INTAKE, inTown } from './town.js';
import { AGENT, registered } from './workbench.js';

const MINUTE = 60_000;

describe('the reconciler', () => {
  const here = inTown();

  afterEach(() => here.deps.clock.reset());

  /** What a pass finds of this case, so many minutes from now. */
  const pass = async (caseNumber: string, minutes: number): Promise<Finding[]> => {
    here.deps.clock.pin(new Date(Date.now() + minutes * MINUTE));

    return (await reconcile(here.deps)()).filter((finding) => finding.caseNumber === caseNumber);
  };
  const kinds = (findings: readonly Finding[]) => findings.map(({ kind, repaired }) => `${kind}:${repaired}`);
  /** It rests: a task that only just comes up has no row yet, and the pinned clock makes that look old. */
  const taken = (caseNumber: string) => here.town.task(caseNumber, '受理分类');
  const tasks = () => here.deps.models.connection.collection<{ _id: string }>('tasks');
  /** Registered while the engine does not answer. */
  const unsent = () => registered({ ...here.deps, engine: away(here.deps) });

  it('sends a message that could not be sent, whatever its age', async () => {
    const caseNumber = await unsent();
    expect((await here.deps.models.cases.find(caseNumber))?.unsent).to.have.length(1);

    expect(await pass(caseNumber, 0)).to.deep.equal([]);

    await taken(caseNumber);
    expect((await here.deps.models.cases.find(caseNumber))?.unsent).to.deep.equal([]);
    expect(await pass(caseNumber, 2)).to.deep.equal([]);
  });

  it('starts a case whose message was lost after five minutes, once', async () => {
    const caseNumber = await unsent();
    await here.deps.models.cases.sent(caseNumber, `${caseNumber}#1`);

    expect(await pass(caseNumber, 4)).to.deep.equal([]);
    expect(kinds(await pass(caseNumber, 6))).to.deep.equal(['case-not-started:true']);

    await taken(caseNumber);
    expect(await pass(caseNumber, 6)).to.deep.equal([]);
    expect(await here.deps.models.tasks.openOfCase(caseNumber)).to.have.length(1);
  });

  it('reports an open case whose instance has ended, and repairs nothing of it', async () => {
    const { caseNumber } = await here.town.atIntake();
    const { processInstanceKey } = (await here.deps.models.cases.find(caseNumber))!;
    await here.deps.engine.instances.cancel(processInstanceKey!);
    await until(async () => (await here.deps.engine.instances.get(processInstanceKey!)).state === 'TERMINATED');

    expect(await pass(caseNumber, 0)).to.deep.equal([]);
    expect(kinds(await pass(caseNumber, 2))).to.deep.equal(['instance-ended:false']);
    expect(kinds(await pass(caseNumber, 2))).to.deep.equal(['instance-ended:false']);
  });

  it('reports an open case whose instance the engine does not know', async () => {
    const { caseNumber } = await here.town.atIntake();
    await here.deps.models.cases.move(caseNumber, 'test', { set: { processInstanceKey: '2251799999999999' } });

    expect(kinds(await pass(caseNumber, 2))).to.deep.equal(['instance-missing:false']);
  });

  it('closes the row of a task that is completed in the engine, with what was handed in', async () => {
    const { caseNumber, key } = await staleRow({ data: INTAKE, by: { name: AGENT.name }, at: new Date(), id: 'x' });

    expect(await pass(caseNumber, 0)).to.deep.equal([]);
    expect(kinds(await pass(caseNumber, 2))).to.deep.equal(['task-row-stale:true']);
    expect(await pass(caseNumber, 2)).to.deep.equal([]);

    const row = await here.deps.models.tasks.find(key);
    expect(row).to.include({ state: 'completed' });
    expect(row?.submission).to.deep.include({ data: INTAKE, by: { name: AGENT.name } });
  });

  it('closes the row of a task that the engine does not know, as taken back', async () => {
    const { caseNumber, task: row } = await here.town.atIntake();
    await here.deps.models.tasks.insert({ ...row, _id: '2251799999999998' });

    expect(kinds(await pass(caseNumber, 2))).to.deep.equal(['task-row-stale:true']);
    expect((await here.deps.models.tasks.find('2251799999999998'))?.state).to.equal('canceled');
    expect(await pass(caseNumber, 2)).to.deep.equal([]);
  });

  it('opens a row that was closed while the task was not, and keeps what it held as a draft', async () => {
    const { caseNumber, key } = await here.town.atIntake();
    await here.deps.models.tasks.complete(key, { data: INTAKE, by: { name: AGENT.name }, at: new Date() });

    expect(await pass(caseNumber, 0)).to.deep.equal([]);
    expect(kinds(await pass(caseNumber, 2))).to.deep.equal(['task-row-stale:true']);
    expect(await pass(caseNumber, 2)).to.deep.equal([]);

    const row = await here.deps.models.tasks.find(key);
    expect(row).to.include({ state: 'created' }).and.not.have.any.keys('submission', 'completedAt');
    expect(row?.draft?.data).to.deep.equal(INTAKE);
    here.deps.clock.reset();
    await here.town.hand(caseNumber, '受理分类', AGENT, INTAKE);
    await until(async () => (await here.deps.models.cases.find(caseNumber))?.category === 'heat');
  });

  it('gives a task without a row one, from which it can be done', async () => {
    const { caseNumber, task: row } = await here.town.atIntake();
    await tasks().deleteOne({ _id: row._id });

    expect(await pass(caseNumber, 0)).to.deep.equal([]);
    expect(kinds(await pass(caseNumber, 2))).to.deep.equal(['task-row-missing:true']);
    expect(await pass(caseNumber, 2)).to.deep.equal([]);

    const added = await here.deps.models.tasks.find(row._id);
    const { caseTitle, formId, candidateGroups, name } = row;
    expect(added).to.deep.include({ caseNumber, caseTitle, formId, candidateGroups, name, state: 'created' });
    here.deps.clock.reset();
    await here.town.hand(caseNumber, '受理分类', AGENT, INTAKE);
    await until(async () => (await here.deps.models.tasks.find(row._id))?.state === 'completed');
  });

  it('tells a task where its case stands, when a crash or an older version left that out', async () => {
    const { caseNumber, key } = await here.town.atIntake();
    for (const left of [{ $unset: { stage: 1 } }, { $set: { stage: 'handling' } }] as const) {
      await tasks().updateOne({ _id: key }, left);
      expect(kinds(await pass(caseNumber, 2))).to.deep.equal(['task-row-stale:true']);
      expect((await here.deps.models.tasks.find(key))?.stage).to.equal('registered');
    }
    expect(await pass(caseNumber, 2)).to.deep.equal([]);
  });

  it('reports a message that waits for long, and none that waits for its turn', async () => {
    const caseNumber = 'TT-STUCK';
    const recipients = [{ recipient: { to: 'testtown/heating', name: '供热公司' }, text: '请签收' }];
    await deliver(here.deps, { cause: 'stuck', caseNumber, kind: 'reminder', channels: ['sms'], recipients });

    expect(await pass(caseNumber, 10)).to.deep.equal([]);
    expect(kinds(await pass(caseNumber, 16))).to.deep.equal(['outbox-stuck:false']);
    await here.deps.models.outbox.sent('stuck/sms/testtown/heating', new Date());
    expect(await pass(caseNumber, 16)).to.deep.equal([]);
  });

  /** A task that is completed in the engine and whose row a crash left open, the submission waiting. */
  async function staleRow(pending: { data: object; by: object; at: Date; id: string }) {
    const { caseNumber, key } = await here.town.atIntake();
    await here.town.hand(caseNumber, '受理分类', AGENT, INTAKE);
    await here.town.task(caseNumber, '签收');
    const left = { state: 'created', pending: { ...pending, until: pending.at } };
    await tasks().updateOne({ _id: key }, { $set: left, $unset: { submission: 1, completedAt: 1 } });

    return { caseNumber, key };
  }
});

/** The same engine, which takes no message. */
function away({ engine }: Pick<Deps, 'engine'>): Deps['engine'] {
  return { ...engine, publishMessage: () => Promise.reject(new Error('the engine is away')) };
}
