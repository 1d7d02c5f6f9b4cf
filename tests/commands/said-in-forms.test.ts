import { expect } from 'chai';

import { checkReply } from '../../commands/check-reply.js';
import { classifyCase } from '../../commands/classify-case.js';
import type { Deps } from '../../commands/deps.js';
import { dispatchOrder } from '../../commands/dispatch-order.js';
import { recordSupervision } from '../../commands/record-supervision.js';
import { splitCase } from '../../commands/split-case.js';
import { takeCase } from '../../commands/take-case.js';
import type { PinnedClock } from '../../clock.js';
import type { FormData } from '../../models/orders.js';
import { handedIn } from './acts.js';
import { job, MORNING, registered, testDeps } from './workbench.js';

describe('what people write in forms', () => {
  let deps: Deps & { clock: PinnedClock };
  let caseNumber: string;

  before(async () => {
    deps = await testDeps();
  });
  beforeEach(async () => {
    deps.clock.pin(MORNING);
    caseNumber = await registered(deps);
  });
  after(() => deps.models.close());

  it('is the result of the rung it was written for, and of no later one', async () => {
    const climb = (rung: string, documentId?: string) =>
      recordSupervision(deps)(
        { caseNumber, unitId: 'heating', rung, form: 'supervision', documentId },
        job('record-supervision'),
      );
    await handIn('supervision', { supervisionResult: 'unreached' });
    await climb('phone');
    deps.clock.pin(later(20));
    await climb('letter', 'letter-1');
    deps.clock.pin(later(80));
    await handIn('supervision', { supervisionResult: 'promised' });
    await climb('on-site');

    const notices = await deps.models.notices.ofCase(caseNumber);
    expect(
      notices.map(({ rung, result, documentId }) => [rung, result?.['supervisionResult'], documentId]),
    ).to.deep.equal([
      ['phone', 'unreached', undefined],
      ['letter', undefined, 'letter-1'],
      ['on-site', 'promised', undefined],
    ]);
  });

  it('stays the result of its rung when the job comes again', async () => {
    const again = job('record-supervision');
    await handIn('supervision', { supervisionResult: 'working' });
    for (const same of [again, again])
      await recordSupervision(deps)({ caseNumber, unitId: 'heating', rung: 'phone', form: 'supervision' }, same);

    const notices = await deps.models.notices.ofCase(caseNumber);
    expect(notices.map(({ result }) => result?.['supervisionResult'])).to.deep.equal(['working']);
  });

  it('is the duty on the order: what the assignment says, or the text of the item', async () => {
    await handIn('dispatch', { duty: '先保供热' });
    await handIn('split-items', {
      items: [
        { unitId: 'heating', text: '抢修管道' },
        { unitId: 'north', text: '安置老人' },
      ],
    });
    await splitCase(deps)({ caseNumber, form: 'split-items' }, job('split-case'));
    await dispatch({ unitId: 'heating', role: 'lead' });
    await dispatch({ unitId: 'north', role: 'item', itemId: '2' });

    const orders = await deps.models.orders.ofCase(caseNumber);
    expect(orders.map(({ unitId, duty }) => [unitId, duty])).to.deep.equal([
      ['heating', '先保供热'],
      ['north', '安置老人'],
    ]);
  });

  it('brings the case into the round that its new order belongs to', async () => {
    await takeCase(deps)({ caseNumber }, job('take-case'));
    await classifyCase(deps)({ caseNumber, kind: 'help', category: 'heat' }, job('classify-case'));
    await dispatch({ unitId: 'heating', role: 'lead', round: 2 });

    expect((await deps.models.cases.find(caseNumber))?.round).to.equal(2);
  });

  it('leaves the duty open when nobody wrote one', async () => {
    await dispatch({ unitId: 'heating', role: 'lead' });

    const [order] = await deps.models.orders.ofCase(caseNumber);
    expect(order?.duty).to.equal(undefined);
  });

  it('need not answer in the summary what a part has answered, but all that none has', () => {
    const items = (['answered', 'open', 'open'] as const).map((state, index) => ({
      itemId: String(index + 1),
      text: '…',
      state,
    }));

    const owed = (state: typeof items) =>
      checkReply({ reply: '办好了' }, { order: undefined, items: state, evidence: [], today: '2025-05-01' });
    expect(owed(items.map((item) => ({ ...item, state: 'answered' as const })))).to.deep.equal([]);
    expect(owed(items)).to.deep.equal(['第 2 项诉求没有答复', '第 3 项诉求没有答复']);
  });

  const later = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);

  const dispatch = (order: { unitId: string; role: 'lead' | 'item'; itemId?: string; round?: number }) =>
    dispatchOrder(deps)({ caseNumber, ...order }, {}, job('dispatch-order'));

  const handIn = (form: string, data: FormData) => handedIn(deps, caseNumber, form, data);
});
