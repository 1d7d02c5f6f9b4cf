import { expect } from 'chai';

import type { Deps } from '../../commands/deps.js';
import { reconcile } from '../../commands/reconcile.js';
import { relay } from '../../commands/relay.js';
import { reopenCase } from '../../commands/reopen-case.js';
import { takeCase } from '../../commands/take-case.js';
import { verifyChain } from '../../domain/step-chain.js';
import type { Message } from '../../engine/messages.js';
import { until } from '../support/until.js';
import { refusal } from './acts.js';
import { INTAKE, inTown } from './town.js';
import { AGENT, CLERK, job, person, registered, testDeps } from './workbench.js';

const CALLER = { role: 'citizen', name: '市民' };
const MINUTE = 60_000;

describe('beginning a closed case anew', () => {
  let deps: Deps & { clock: { pin(at: Date): void } };
  const sent: Message[] = [];

  before(async () => {
    deps = await testDeps();
  });
  beforeEach(() => sent.splice(0));
  after(() => deps.models.close());

  /** An engine that takes messages, from now on. */
  const withEngine = (): Deps => ({
    ...deps,
    engine: { ...deps.engine, publishMessage: (message: Message) => Promise.resolve(void sent.push(message)) },
  });
  /** Closed after its instance took it. */
  const closed = async (items: { text: string }[] = []): Promise<string> => {
    const caseNumber = await registered(withEngine(), { items });
    await until(async () => (await deps.models.cases.find(caseNumber))?.unsent.length === 0);
    sent.splice(0);
    const { models, clock } = deps;
    await models.cases.move(caseNumber, 'test:take', { set: { processInstanceKey: '42' } });
    const answered = items.map(({ text }, index) => ({ itemId: `${index + 1}`, text, state: 'answered' as const }));
    await models.cases.move(caseNumber, 'test:close', {
      to: 'closed',
      set: { outcome: 'solved', closedAt: clock.now(), holder: { unitId: 'heating' }, items: answered },
    });

    return caseNumber;
  };
  const chain = async (caseNumber: string) => verifyChain(await deps.models.steps.ofCase(caseNumber)).intact;

  it('keeps who, when and why with what ended, and goes on in the same record', async () => {
    const caseNumber = await closed([{ text: '止水' }, { text: '修墙' }]);

    const first = await reopenCase(withEngine())(caseNumber, '还在漏', CALLER);
    await until(() => sent.length > 0);
    const again = await reopenCase(withEngine())(caseNumber, '再说一遍', CALLER);

    expect(again).to.deep.equal(first);
    expect(first).to.deep.include({ round: 2, reason: '还在漏', outcome: 'solved', processInstanceKey: '42' });
    const found = (await deps.models.cases.find(caseNumber))!;
    expect(found).to.include({ stage: 'registered', round: 2 });
    expect(found.items.map(({ state }) => state)).to.deep.equal(['open', 'open']);
    expect(found).not.to.have.any.keys('closedAt', 'outcome', 'holder', 'processInstanceKey');
    expect(sent.map(({ name, messageId }) => [name, messageId])).to.deep.equal([
      ['testtown-case-registered', `${caseNumber}#reopened-2`],
    ]);
    expect(sent[0]?.variables).to.deep.equal({ caseNumber, locality: 'testtown' });
    const steps = await deps.models.steps.ofCase(caseNumber);
    expect(steps.at(-1)).to.deep.include({ act: 'reopen-case', by: CALLER, data: { round: 2, reason: '还在漏' } });
    expect(await chain(caseNumber)).to.equal(true);
  });

  it('happens once when it is asked for twice at the same moment', async () => {
    const caseNumber = await closed();

    const both = await Promise.all(['一', '二'].map((reason) => reopenCase(withEngine())(caseNumber, reason, CALLER)));

    expect(both[0]).to.deep.equal(both[1]);
    const found = (await deps.models.cases.find(caseNumber))!;
    expect(found.reopenings).to.have.length(1);
    expect(found.round).to.equal(2);
    await until(async () => (await deps.models.cases.find(caseNumber))?.unsent.length === 0);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).to.equal(1);
    const steps = (await deps.models.steps.ofCase(caseNumber)).filter(({ act }) => act === 'reopen-case');
    expect(steps).to.have.length(1);
  });

  it('survives an engine that is away, and a process that dies after the step', async () => {
    const caseNumber = await closed();
    await reopenCase(deps)(caseNumber, '还在漏', CALLER);
    const acts = async () => (await deps.models.steps.ofCase(caseNumber)).map(({ act }) => act);
    await until(async () => (await acts()).includes('reopen-case'));
    expect((await deps.models.cases.find(caseNumber))?.unsent).to.have.length(1);

    await relay(withEngine())();

    expect(sent).to.have.length(1);
    expect((await acts()).filter((act) => act === 'reopen-case')).to.have.length(1);
    expect((await deps.models.cases.find(caseNumber))?.unsent).to.deep.equal([]);
    expect(await chain(caseNumber)).to.equal(true);
  });

  it('is taken by the new instance alone, which knows the round', async () => {
    const caseNumber = await closed();
    await reopenCase(withEngine())(caseNumber, '还在漏', CALLER);

    const taken = await takeCase(deps)({ caseNumber }, job('take-case', { processInstanceKey: '99' }));

    expect(taken.round).to.equal(2);
    const late = takeCase(deps)({ caseNumber }, job('take-case', { processInstanceKey: '43' }));
    expect(await refusal(late)).to.equal('CASE_TAKEN');
  });

  it('goes to intake again when it was answered or sent elsewhere the first time', async () => {
    const known = { kind: 'help', category: 'heat' } as const;
    for (const [branch, classified] of [
      ['handle', true],
      ['answer', false],
    ] as const) {
      const caseNumber = await closed();
      await deps.models.connection
        .collection<{ _id: string }>('cases')
        .updateOne({ _id: caseNumber }, { $set: { ...known, branch } });
      await reopenCase(withEngine())(caseNumber, '没说清楚', CALLER);

      const taken = await takeCase(deps)({ caseNumber }, job('take-case', { processInstanceKey: `9${branch}` }));
      expect(taken, branch).to.include({ classified, branch: classified ? 'handle' : null });
    }
  });

  it('is started again by the reconciler when its message was lost, under the round’s own key', async () => {
    const caseNumber = await closed();
    await reopenCase(withEngine())(caseNumber, '还在漏', CALLER);
    await until(async () => (await deps.models.cases.find(caseNumber))?.unsent.length === 0);
    const at = deps.clock.now();
    const found = async (minutes: number) => {
      deps.clock.pin(new Date(at.getTime() + minutes * MINUTE));
      const findings = await reconcile(quiet())();
      return findings.filter((finding) => finding.caseNumber === caseNumber).map(({ kind }) => kind);
    };
    const quiet = (): Deps => ({
      ...withEngine(),
      engine: {
        ...withEngine().engine,
        tasks: { open: () => Promise.resolve({ tasks: [] }) },
        instances: { search: () => Promise.resolve([]), get: () => Promise.resolve({ state: 'ACTIVE' }) },
      } as never,
    });
    sent.splice(0);

    expect(await found(4)).to.deep.equal([]);
    expect(await found(6)).to.deep.equal(['case-not-started']);

    const mine = sent.filter(({ variables }) => variables['caseNumber'] === caseNumber);
    expect(mine.map(({ correlationKey }) => correlationKey)).to.deep.equal([`${caseNumber}#1`]);
    deps.clock.pin(at);
  });
});

describe('a case that is reopened in the engine', () => {
  const here = inTown();

  it('goes its procedure another round under the same number', async () => {
    const { town, deps } = here;
    const { caseNumber } = await town.inHand();
    const callback = person('center', 'callback');
    const finish = async () => {
      await town.hand(caseNumber, '承办', CLERK, { reply: '阀门已更换，已恢复供热' });
      await town.hand(caseNumber, '复核', person('center', 'supervisor'), { accepted: 'yes' });
      await town.hand(caseNumber, '回访', callback, {
        reached: 'yes',
        solved: 'yes',
        satisfied: 'yes',
      });
      await until(async () => (await deps.models.cases.find(caseNumber))?.stage === 'closed');
    };
    await finish();
    const before = (await deps.models.cases.find(caseNumber))!;

    await reopenCase(deps)(caseNumber, '还在漏', CALLER);
    await town.hand(caseNumber, '受理分类', AGENT, INTAKE);
    await town.hand(caseNumber, '签收', CLERK, { signAct: 'accept' });
    await finish();

    const after = (await deps.models.cases.find(caseNumber))!;
    expect(after).to.include({ stage: 'closed', outcome: 'solved', round: 2 });
    expect(after.processInstanceKey).not.to.equal(before.processInstanceKey);
    const callbacks = await deps.models.callbacks.ofCase(caseNumber);
    expect(callbacks.map(({ round }) => round)).to.deep.equal([1, 2]);
    expect((await deps.models.orders.ofCase(caseNumber)).map(({ _id }) => _id)).to.deep.equal([
      `${caseNumber}/1`,
      `${caseNumber}/2`,
    ]);
    expect(verifyChain(await deps.models.steps.ofCase(caseNumber)).intact).to.equal(true);
  });
});
