import { expect } from 'chai';

import { decideReturn, type ReturnDecision } from '../../commands/decide-return.js';
import type { Deps } from '../../commands/deps.js';
import { dispatchOrder, type Dispatch } from '../../commands/dispatch-order.js';
import { returnOrder } from '../../commands/return-order.js';
import type { PinnedClock } from '../../clock.js';
import { dispatched, handedIn, refusal, twice } from './acts.js';
import { CLERK, job, MORNING, registered, testDeps } from './workbench.js';

describe('an order sent back', () => {
  let deps: Deps & { clock: PinnedClock };

  before(async () => {
    deps = await testDeps();
  });

  afterEach(() => deps.clock.pin(MORNING));
  after(() => deps.models.close());

  it('is kept once with reason, ground and by whom', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    await handedIn(deps, caseNumber, 'sign', { returnBasis: '供热条例第八条' }, { by: CLERK, orderId });

    await twice(deps, caseNumber, 'return-order', (same) =>
      returnOrder(deps)({ caseNumber, orderId, returnReason: 'not-our-duty' }, same),
    );

    const order = await deps.models.orders.find(orderId);
    expect(order?.returns).to.have.length(1);
    expect(order?.returns[0]).to.deep.include({ reason: 'not-our-duty', at: MORNING });
    expect(order?.returns[0]?.by.userId).to.equal(CLERK.userId);
    const step = (await deps.models.steps.ofCase(caseNumber)).at(-1);
    expect(step?.data).to.deep.include({ basis: '供热条例第八条', unitId: 'heating' });
  });

  it('is refused a second time, and after the time for signing', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    await returnOrder(deps)({ caseNumber, orderId }, job('return-order'));
    const late = await dispatched(deps);
    deps.clock.pin(new Date('2019-12-21T09:20:01+08:00'));

    expect(await refusal(returnOrder(deps)({ caseNumber, orderId }, job('return-order')))).to.equal('RETURN_REFUSED');
    expect(await refusal(returnOrder(deps)(late, job('return-order')))).to.equal('RETURN_REFUSED');
    expect((await deps.models.orders.find(orderId))?.returns).to.have.length(1);
    expect((await deps.models.orders.find(late.orderId))?.returns).to.deep.equal([]);
  });

  it('is let pass until the time that was set at its dispatch, by the calendar of its unit, and no longer', async () => {
    const caseNumber = await registered(deps);
    const send = (changes: Partial<Dispatch> = {}) =>
      dispatchOrder(deps)(
        {
          ...{ caseNumber, unitId: 'heating', role: 'lead' },
          limits: { sign: '20m', solve: '3d', objection: '4h' },
          ...changes,
        },
        {},
        job('dispatch-order'),
      );
    const [order, other, open, designated] = [
      await send(),
      await send(),
      await send({ limits: { solve: '3d' } }),
      await send({ designated: true }),
    ];
    const asking = (orderId: string, changes: object = {}) =>
      refusal(returnOrder(deps)({ caseNumber, orderId, ...changes }, job('return-order')));

    expect(order.returnBy).to.equal('2019-12-21T13:00:00+08:00');
    expect([open.returnBy, designated.returnBy]).to.deep.equal([null, null]);
    deps.clock.pin(new Date('2019-12-21T13:00:00+08:00'));
    expect(await asking(order.orderId)).to.contain('no refusal');
    deps.clock.pin(new Date('2019-12-21T13:00:01+08:00'));
    expect(await asking(other.orderId)).to.equal('RETURN_REFUSED');
    expect(await asking(other.orderId, { untimed: true })).to.equal('RETURN_REFUSED');
    await deps.models.orders.move(other.orderId, { to: 'signed' });
    expect(await asking(other.orderId, { untimed: true })).to.contain('no refusal');
    await deps.models.orders.move(open.orderId, { to: 'signed' });
    expect(await asking(open.orderId)).to.contain('no refusal');
    expect(await asking(designated.orderId)).to.equal('RETURN_REFUSED');
  });

  it('asked for in time is in time, however late the job comes', async () => {
    const caseNumber = await registered(deps);
    const limits = { solve: '3d', objection: '4h' };
    const given = { caseNumber, unitId: 'heating', role: 'lead', limits } as const;
    const { orderId } = await dispatchOrder(deps)(given, {}, job('dispatch-order'));
    await handedIn(deps, caseNumber, 'handle', { act: 'return' }, { by: CLERK, orderId });
    deps.clock.pin(new Date('2019-12-21T20:00:00+08:00'));

    await returnOrder(deps)({ caseNumber, orderId }, job('return-order'));
    expect((await deps.models.orders.find(orderId))?.returns).to.have.length(1);
  });

  it('is refused when the centre has designated the unit, by the table or by its decision', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const asked = returnOrder(deps)({ caseNumber, orderId, designated: true }, job('return-order'));
    expect(await refusal(asked)).to.equal('RETURN_REFUSED');
    await decide(caseNumber, orderId, 'keep');

    expect(await refusal(returnOrder(deps)({ caseNumber, orderId }, job('return-order')))).to.equal('RETURN_REFUSED');
  });

  it('stays with its unit for good when the centre says so', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    await returnOrder(deps)({ caseNumber, orderId }, job('return-order'));

    const answers = await decide(caseNumber, orderId, 'keep');

    expect(answers).to.deep.equal([{ designated: true }, { designated: true }]);
    const order = await deps.models.orders.find(orderId);
    expect(order).to.include({ designated: true, state: 'issued' });
    expect(order?.returns[0]).to.deep.include({ decision: 'keep', decidedAt: MORNING });
  });

  it('is over when another unit takes the matter, and the record says who', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    await returnOrder(deps)({ caseNumber, orderId }, job('return-order'));

    const answers = await decide(caseNumber, orderId, 'transfer', 'north');

    expect(answers[1]).to.deep.equal({ designated: false });
    expect(await deps.models.orders.find(orderId)).to.include({ designated: false, state: 'returned' });
    const step = (await deps.models.steps.ofCase(caseNumber)).at(-1);
    expect(step?.data).to.deep.include({ from: 'heating', to: 'north', decision: 'transfer' });
  });

  const decide = (caseNumber: string, orderId: string, returnDecision: ReturnDecision, unitId?: string) =>
    twice(deps, caseNumber, 'decide-return', (same) =>
      decideReturn(deps)({ caseNumber, orderId, returnDecision, unitId }, same),
    );
});
