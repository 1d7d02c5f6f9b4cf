import { expect } from 'chai';

import { classifyCase } from '../../commands/classify-case.js';
import type { Deps } from '../../commands/deps.js';
import { dispatchOrder, type Dispatch } from '../../commands/dispatch-order.js';
import type { PinnedClock } from '../../clock.js';
import type { Duties } from '../../domain/responsible.js';
import { twice } from './acts.js';
import { job, MORNING, registered, testDeps } from './workbench.js';

const post = { supervisor: 'supervisor', handler: 'clerk' } as const;

/** The test town, where the levels of the place answer too and are told by WeChat. */
async function openTown(): Promise<Deps & { clock: PinnedClock }> {
  const deps = await testDeps();
  const responsibility: Duties = {
    levels: { street: post, department: post, city: { unit: 'center', ...post }, enterprise: post },
    place: { tell: ['wechat'] },
  };
  const get = (id: string) => ({ ...deps.localities.get(id), responsibility });

  return { ...deps, localities: { ...deps.localities, get } };
}

describe('who answers for a case', () => {
  let deps: Deps & { clock: PinnedClock };

  before(async () => {
    deps = await openTown();
  });

  after(() => deps.models.close());

  const take = async (changes: object = {}) => {
    const caseNumber = await registered(deps, { place: { unitId: 'north', address: '北街1号' }, ...changes });
    await classifyCase(deps)({ caseNumber, kind: 'help', category: 'heat' }, job('classify-case'));

    return caseNumber;
  };
  const dispatch = (caseNumber: string, changes: Partial<Dispatch> = {}, same = job('dispatch-order')) =>
    dispatchOrder(deps)(
      { caseNumber, unitId: 'heating', role: 'lead', limits: { sign: '20m', solve: '3d' }, ...changes },
      { channels: ['phone'] },
      same,
    );
  const found = async (caseNumber: string) => (await deps.models.cases.find(caseNumber))!;
  const rows = async (caseNumber: string) =>
    (await found(caseNumber)).responsible.map(({ part, unitId }) => `${String(part)} ${unitId}`);
  const told = async (caseNumber: string) =>
    (await deps.models.outbox.ofCase(caseNumber)).map(({ kind, channel, to }) => `${kind} ${channel} ${to}`).sort();

  it('are the unit, and the levels of the place, named on the order, told once, and let in without the caller', async () => {
    const caseNumber = await take();
    await twice(deps, caseNumber, 'dispatch-order', (same) => dispatch(caseNumber, {}, same));

    expect(await rows(caseNumber)).to.deep.equal(['lead heating', 'place north', 'place center']);
    const [{ _id: documentId } = { _id: '' }] = await deps.models.documents.ofCase(caseNumber);
    const html = (await deps.models.documents.find(documentId))?.html ?? '';
    expect(html.replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/ +/g, ' ')).to.contain(
      '属地 街道 城北街道 城北街道督办人 城北街道承办人',
    );
    expect(await told(caseNumber)).to.deep.equal([
      'responsible wechat testtown/north',
      'work-order phone testtown/heating',
    ]);
    const { parties, handlers } = await found(caseNumber);
    expect(parties).to.include.members(['center', 'heating', 'north']);
    expect(handlers).to.have.members(['center', 'heating']);
  });

  it('are all units that handle it, however closely they were told', async () => {
    const caseNumber = await take();
    await Promise.all([
      dispatch(caseNumber),
      dispatch(caseNumber, { unitId: 'south', role: 'support' }),
      dispatch(caseNumber, { unitId: 'center', role: 'support' }),
    ]);

    expect((await rows(caseNumber)).slice(0, 3)).to.have.members(['lead heating', 'support south', 'support center']);
    expect((await rows(caseNumber)).slice(3)).to.deep.equal(['place north']);
    expect((await found(caseNumber)).handlers).to.have.members(['center', 'heating', 'south']);
  });

  it('are named also where the case was split, and nobody leads', async () => {
    const caseNumber = await take();
    await dispatch(caseNumber, { role: 'item', itemId: '1' });

    expect(await rows(caseNumber)).to.deep.equal(['item heating', 'place north', 'place center']);
  });

  it('change when another unit takes the matter over: who sent it back answers no more', async () => {
    const caseNumber = await take();
    const { orderId } = await dispatch(caseNumber);
    await deps.models.orders.move(orderId, { to: 'returned', set: { closedAt: MORNING } });
    await dispatch(caseNumber, { unitId: 'south' });

    expect(await rows(caseNumber)).to.deep.equal(['lead south', 'place north', 'place center']);
  });

  it('are not the levels of the place when the case is confidential: they are neither told nor let in', async () => {
    const caseNumber = await take({ confidential: true });
    await dispatch(caseNumber);

    expect(await rows(caseNumber)).to.deep.equal(['lead heating', 'superior center']);
    expect(await told(caseNumber)).to.deep.equal(['work-order phone testtown/heating']);
    expect((await found(caseNumber)).parties).to.have.members(['center', 'heating']);
  });

  it('are not the levels of the place any more once the case turns out to be confidential', async () => {
    const caseNumber = await take();
    await deps.models.cases.move(caseNumber, 'test:answering', { answering: ['north'] });
    await classifyCase(deps)({ caseNumber, kind: 'help', confidential: true }, job('classify-case'));

    expect((await found(caseNumber)).parties).to.deep.equal(['center']);
  });

  it('are not the street that the caller complains about', async () => {
    const caseNumber = await take({ accusedUnitId: 'north' });
    await dispatch(caseNumber);

    expect(await rows(caseNumber)).to.deep.equal(['lead heating', 'place center']);
    expect(await told(caseNumber)).to.deep.equal(['work-order phone testtown/heating']);
    expect((await found(caseNumber)).parties).not.to.include('north');
  });

  it('are those of the place that intake put right before it dispatched the order', async () => {
    const caseNumber = await take({ place: undefined });
    await classifyCase(deps)({ caseNumber, kind: 'help', placeUnitId: 'south' }, job('classify-case'));
    await dispatch(caseNumber);

    expect(await rows(caseNumber)).to.deep.equal(['lead heating', 'place south', 'place center']);
  });
});
