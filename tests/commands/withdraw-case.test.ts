import { expect } from 'chai';

import { closeCase } from '../../commands/close-case.js';
import type { Deps } from '../../commands/deps.js';
import { dispatchOrder } from '../../commands/dispatch-order.js';
import { mergeCase } from '../../commands/merge-case.js';
import { recallOrder } from '../../commands/recall-order.js';
import { relay } from '../../commands/relay.js';
import { withdrawCase } from '../../commands/withdraw-case.js';
import { withdrawOrder } from '../../commands/withdraw-order.js';
import type { Message } from '../../engine/messages.js';
import { until } from '../support/until.js';
import { dispatched, refusal, twice } from './acts.js';
import { job, registered, testDeps } from './workbench.js';

const CALLER = { role: 'citizen', name: '市民' };
const SUPERVISOR = { userId: 'testtown.center.supervisor', unitId: 'center', name: '督办人' };
const WECHAT = { reason: 'case-recalled', channels: ['wechat'] };

describe('taking a case back', () => {
  let deps: Deps;
  const sent: Message[] = [];

  before(async () => {
    deps = await testDeps();
  });

  beforeEach(() => sent.splice(0));
  after(() => deps.models.close());

  /** An engine that takes messages, from now on. */
  const withEngine = () => ({
    ...deps,
    engine: { ...deps.engine, publishMessage: (message: Message) => Promise.resolve(void sent.push(message)) },
  });
  const messagesOf = (key: string) => sent.filter(({ correlationKey }) => correlationKey === key);
  const acts = async (caseNumber: string) => (await deps.models.steps.ofCase(caseNumber)).map(({ act }) => act);
  const close = (caseNumber: string) => closeCase(deps)({ caseNumber, outcome: 'solved' }, job('close-case'));

  it('keeps who, when and why, and tells the procedure once, however often it is asked', async () => {
    const { caseNumber } = await dispatched(deps);

    const first = await withdrawCase(withEngine())(caseNumber, '自己解决了', CALLER);
    await until(async () => (await deps.models.cases.find(caseNumber))?.unsent.length === 0);
    const again = await withdrawCase(withEngine())(caseNumber, '再说一遍', SUPERVISOR);
    await relay(withEngine())();

    expect(again).to.deep.equal(first).and.include({ reason: '自己解决了' });
    expect(messagesOf(caseNumber).filter(({ name }) => name === 'case-recalled')).to.have.length(1);
    const step = (await deps.models.steps.ofCase(caseNumber)).filter(({ act }) => act === 'withdraw-case');
    expect(step).to.have.length(1);
    expect(step[0]).to.deep.include({ by: CALLER, data: { reason: '自己解决了' } });
    expect((await deps.models.cases.find(caseNumber))?.unsent).to.deep.equal([]);
  });

  it('is not lost when the engine is away: the relay sends it later, after the start of the procedure', async () => {
    const caseNumber = await registered(deps);

    await withdrawCase(deps)(caseNumber, '不用了', CALLER);
    await until(async () => (await acts(caseNumber)).includes('register-case'));
    expect((await deps.models.cases.find(caseNumber))?.unsent.map(({ name }) => name)).to.deep.equal([
      'testtown-case-registered',
      'case-recalled',
    ]);
    await relay(withEngine())();

    expect(messagesOf(caseNumber).map(({ name }) => name)).to.deep.equal(['testtown-case-registered', 'case-recalled']);
    expect(await acts(caseNumber)).to.deep.equal(['register-case', 'withdraw-case']);
  });

  it('is refused when the case is closed, or unknown', async () => {
    const caseNumber = await registered(deps);
    await close(caseNumber);

    expect(await refusal(withdrawCase(deps)(caseNumber, '晚了', CALLER))).to.equal('CASE_CLOSED');
    expect(await refusal(withdrawCase(deps)('TT-20000101-0001', '没有', CALLER))).to.equal('CASE_UNKNOWN');
    expect((await deps.models.cases.find(caseNumber))?.withdrawal).to.equal(undefined);
  });

  it('is refused while others wait for the result, and nobody joins a case that is being taken back', async () => {
    const [from, into] = [await registered(deps), await registered(deps)];
    await mergeCase(deps)({ caseNumber: from, mergeInto: into }, job('merge-case'));
    expect(await refusal(withdrawCase(deps)(into, '我的不用了', CALLER))).to.equal('WITHDRAWAL_REFUSED');

    const [late, going] = [await registered(deps), await registered(deps)];
    await withdrawCase(deps)(going, '不用了', CALLER);
    const merged = mergeCase(deps)({ caseNumber: late, mergeInto: going }, job('merge-case'));
    expect(await refusal(merged)).to.equal('MERGE_REFUSED');
  });

  it('takes every open order back, tells its unit, and leaves one that is done', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const support = { caseNumber, unitId: 'north', role: 'support' } as const;
    const done = await dispatchOrder(deps)(support, {}, job('dispatch-order'));
    await deps.models.orders.move(done.orderId, { to: 'replied' });
    await deps.models.orders.move(done.orderId, { to: 'accepted' });
    await withdrawCase(deps)(caseNumber, '不用了', CALLER);

    await twice(deps, caseNumber, 'withdraw-order', (same) => withdrawOrder(deps)({ caseNumber }, WECHAT, same));

    const states = (await deps.models.orders.ofCase(caseNumber)).map(({ _id, state }) => [_id, state]);
    expect(states).to.deep.equal([
      [orderId, 'withdrawn'],
      [done.orderId, 'accepted'],
    ]);
    const messages = (await deps.models.outbox.ofCase(caseNumber)).filter(({ kind }) => kind === 'order-withdrawn');
    expect(messages.map(({ to, channel }) => `${to} ${channel}`)).to.deep.equal(['testtown/heating wechat']);
    expect(messages[0]?.text).to.contain('诉求人撤诉').and.contain('供热公司');
    const step = (await deps.models.steps.ofCase(caseNumber)).find(({ act }) => act === 'withdraw-order');
    expect(step).to.deep.include({ by: CALLER });
    await close(caseNumber);
  });

  it('ends what a crash cut off between the order and its record', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    await withdrawCase(deps)(caseNumber, '不用了', CALLER);
    const same = job('withdraw-order');
    const insert = () => Promise.reject(new Error('struck'));
    const struck = { ...deps, models: { ...deps.models, notices: { ...deps.models.notices, insert } } };

    expect(await refusal(withdrawOrder(struck)({ caseNumber }, WECHAT, same))).to.contain('struck');
    expect((await deps.models.orders.find(orderId))?.state).to.equal('withdrawn');
    await withdrawOrder(deps)({ caseNumber }, WECHAT, same);

    expect((await acts(caseNumber)).filter((act) => act === 'withdraw-order')).to.have.length(1);
    expect((await deps.models.notices.ofCase(caseNumber)).map(({ kind }) => kind)).to.deep.equal(['order-withdrawn']);
  });

  it('records nothing where there is no order to take back', async () => {
    const caseNumber = await registered(deps);

    await withdrawOrder(deps)({ caseNumber }, WECHAT, job('withdraw-order'));

    expect(await acts(caseNumber)).not.to.include('withdraw-order');
  });
});

describe('taking one order back', () => {
  let deps: Deps;
  const recall = (caseNumber: string, orderId: string, reason = '派错了') =>
    recallOrder(deps)({ caseNumber, orderId, reason }, SUPERVISOR);

  before(async () => {
    deps = await testDeps();
  });

  after(() => deps.models.close());

  it('keeps a message to that order alone, once, with its step', async () => {
    const { caseNumber, orderId } = await dispatched(deps);

    await recall(caseNumber, orderId);
    await recall(caseNumber, orderId, '再说一遍');

    const unsent = (await deps.models.cases.find(caseNumber))!.unsent.filter(({ name }) => name === 'order-recalled');
    expect(unsent.map(({ correlationKey }) => correlationKey)).to.deep.equal([orderId]);
    expect(unsent[0]?.record).to.deep.include({ by: SUPERVISOR });
    expect((await deps.models.orders.find(orderId))?.state).to.equal('issued');
  });

  it('tells the unit that the centre took it back', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const headers = { reason: 'order-recalled', channels: ['wechat'] };

    await withdrawOrder(deps)({ caseNumber, orderId }, headers, job('withdraw-order'));

    const messages = (await deps.models.outbox.ofCase(caseNumber)).filter(({ kind }) => kind === 'order-withdrawn');
    expect(messages.map(({ text }) => text)[0]).to.contain('由中心撤回');
  });

  it('is refused when the unit has replied, when the order is over, unknown, or of another case', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const other = await registered(deps);
    await deps.models.orders.move(orderId, { to: 'replied' });

    expect(await refusal(recall(caseNumber, orderId))).to.equal('RECALL_REFUSED');
    await deps.models.orders.move(orderId, { to: 'withdrawn' });
    expect(await refusal(recall(caseNumber, orderId))).to.equal('RECALL_REFUSED');
    expect(await refusal(recall(caseNumber, `${caseNumber}/9`))).to.equal('ORDER_UNKNOWN');
    expect(await refusal(recall(other, orderId))).to.equal('ORDER_UNKNOWN');
    await closeCase(deps)({ caseNumber, outcome: 'solved' }, job('close-case'));
    expect(await refusal(recall(caseNumber, orderId))).to.equal('CASE_CLOSED');
  });
});
