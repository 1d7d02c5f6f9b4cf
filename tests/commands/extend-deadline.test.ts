import { expect } from 'chai';

import type { Deps } from '../../commands/deps.js';
import { dispatchOrder } from '../../commands/dispatch-order.js';
import { extendDeadline } from '../../commands/extend-deadline.js';
import type { PinnedClock } from '../../clock.js';
import { dispatched, handedIn, refusal, twice } from './acts.js';
import { CLERK, job, MORNING, registered, testDeps } from './workbench.js';

const DUE = new Date('2019-12-24T09:00:00+08:00');
const TWO_DAYS_MORE = { extensionLimit: '2d', extensionCap: '2d' };

describe('extending a deadline', () => {
  let deps: Deps & { clock: PinnedClock };

  before(async () => {
    deps = await testDeps();
  });

  afterEach(() => deps.clock.pin(MORNING));
  after(() => deps.models.close());

  it('moves the order and the case once, and answers in the time of the place', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    await handedIn(deps, caseNumber, 'extension', {}, { by: CLERK, orderId });
    expect((await deps.models.orders.find(orderId))?.dueAt).to.deep.equal(DUE);

    const [first, again] = await twice(deps, caseNumber, 'extend-deadline', (same) =>
      extendDeadline(deps)({ caseNumber, orderId, ...TWO_DAYS_MORE }, same),
    );

    expect(first).to.deep.equal({ dueAt: '2019-12-26T09:00:00+08:00', warnAt: '2019-12-25T21:00:00+08:00' });
    expect(again).to.deep.equal(first);
    const [order, found] = [await deps.models.orders.find(orderId), await deps.models.cases.find(caseNumber)];
    expect(order?.dueAt).to.deep.equal(new Date(first.dueAt));
    expect(found?.dueAt).to.deep.equal(new Date(first.dueAt));
    expect(found?.warnAt).to.deep.equal(new Date(first.warnAt));
    expect(order?.extensions).to.have.length(1);
    expect(order?.extensions[0]).to.deep.include({ from: DUE, until: new Date(first.dueAt) });
    expect(order?.extensions[0]?.by.userId).to.equal(CLERK.userId);
  });

  it('leaves the case alone when a supporting unit gets more time', async () => {
    const { caseNumber } = await dispatched(deps);
    const support = { caseNumber, unitId: 'north', role: 'support', limits: { solve: '3d' } } as const;
    const { orderId } = await dispatchOrder(deps)(support, {}, job('dispatch-order'));

    await extendDeadline(deps)({ caseNumber, orderId, ...TWO_DAYS_MORE }, job('extend-deadline'));

    expect((await deps.models.cases.find(caseNumber))?.dueAt).to.deep.equal(DUE);
  });

  it('is refused after the deadline, also by a second', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    deps.clock.pin(new Date(DUE.getTime() + 1_000));

    expect(await extending({ caseNumber, orderId, ...TWO_DAYS_MORE })).to.equal('EXTENSION_REFUSED');
    expect((await deps.models.orders.find(orderId))?.dueAt).to.deep.equal(DUE);
  });

  it('is refused over the cap, which counts from the first deadline', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const capped = { caseNumber, orderId, extensionCap: '3d' };

    expect(await extending({ ...capped, extensionLimit: '4d' })).to.equal('EXTENSION_REFUSED');
    await extendDeadline(deps)({ ...capped, extensionLimit: '2d' }, job('extend-deadline'));
    expect(await extending({ ...capped, extensionLimit: '2d' })).to.equal('EXTENSION_REFUSED');
    await extendDeadline(deps)({ ...capped, extensionLimit: '1d' }, job('extend-deadline'));
  });

  it('is an incident for an order of another case, or one without a deadline', async () => {
    const { orderId } = await dispatched(deps);
    const other = await registered(deps);
    const open = await dispatchOrder(deps)(
      { caseNumber: other, unitId: 'north', role: 'lead' },
      {},
      job('dispatch-order'),
    );

    expect(await extending({ caseNumber: other, orderId, ...TWO_DAYS_MORE })).to.equal('WRONG_INPUT');
    expect(await extending({ caseNumber: other, ...open, ...TWO_DAYS_MORE })).to.equal('WRONG_INPUT');
  });

  const extending = (input: Parameters<ReturnType<typeof extendDeadline>>[0]) =>
    refusal(extendDeadline(deps)(input, job('extend-deadline')));
});
