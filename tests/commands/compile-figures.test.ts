import { expect } from 'chai';

import type { PinnedClock } from '../../clock.js';
import { compileFigures } from '../../commands/compile-figures.js';
import type { Deps } from '../../commands/deps.js';
import { SYSTEM } from '../../models/collection.js';
import type { OrderDocument } from '../../models/orders.js';
import type { Locality } from '../../procedures/locality.js';
import { MORNING, registered, testDeps } from './workbench.js';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(MORNING.getTime() + hours * HOUR);
const DECEMBER = { from: new Date('2019-12-01T00:00:00+08:00'), until: new Date('2020-01-01T00:00:00+08:00') };

describe('The figures of a period', () => {
  let deps: Deps & { clock: PinnedClock };
  let locality: Locality;

  beforeEach(async () => {
    deps = await testDeps();
    const town = deps.localities.get('testtown');
    locality = {
      ...town,
      assessment: { ...town.assessment, by: ['enterprise', 'city'], rates: ['response', 'resolution'] },
    };
  });

  afterEach(() => deps.models.close());

  const figures = (period = DECEMBER) => compileFigures(deps)(locality, period);

  async function order(caseNumber: string, n: number, changes: Partial<OrderDocument>): Promise<void> {
    await deps.models.orders.insert({
      _id: `${caseNumber}/${n}`,
      ...{ caseNumber, locality: 'testtown', cause: `${caseNumber}/${n}`, number: `${n}号`, unitId: 'heating' },
      ...{ role: 'lead', state: 'replied', issuedAt: MORNING, signBy: at(1), dueAt: at(24) },
      ...{ returns: [], extensions: [], reviews: [], designated: false },
      ...changes,
    });
  }

  const callback = (caseNumber: string, attempt: number, said: object) =>
    deps.models.callbacks.insert({
      _id: `${caseNumber}-${attempt}`,
      ...{ caseNumber, locality: 'testtown', round: 1, attempt, sampled: false, factors: {} },
      ...{ at: at(30 + attempt), by: SYSTEM },
      ...said,
    });

  it('are all empty where nothing was registered, with every day and hour', async () => {
    const found = await figures();

    expect(found).to.deep.include({ registered: 0, closed: 0, late: 0, units: [], factors: [] });
    expect(found.by.day).to.have.length(31);
    expect(found.by.hour).to.have.length(24);
    expect(found.rates.response).to.deep.equal({ numerator: 0, denominator: 0, value: null });
  });

  it('count cases, rates and factors, of a unit and of those above it', async () => {
    const [one, two, three] = [await registered(deps), await registered(deps), await registered(deps)];
    await deps.models.cases.move(one, 'close', { to: 'closed', set: { closedAt: at(40), outcome: 'solved' } });
    await deps.models.cases.move(two, 'late', { set: { dueAt: at(1), category: 'heat' } });
    await order(one, 1, { signedAt: at(0.5), repliedAt: at(20) });
    await order(two, 1, { signedAt: at(2), repliedAt: at(30) });
    await order(three, 1, { unitId: 'center', state: 'returned', signedAt: at(5) });
    await callback(one, 1, { reached: true, solved: true, satisfied: true, factors: { speed: 'good' } });
    await callback(one, 2, { reached: false });
    await callback(two, 1, { reached: true, solved: false, satisfied: false, factors: { speed: 'poor' } });
    await deps.models.notices.insert({
      ...{ _id: 'rung', caseNumber: two, kind: 'supervision', rung: 'phone', at: at(3), by: SYSTEM },
    });
    deps.clock.pin(at(50));

    const found = await figures();

    expect(found).to.deep.include({ registered: 3, closed: 1, late: 1 });
    expect(found.by.day.filter(({ count }) => count > 0)).to.deep.equal([{ id: '2019-12-21', count: 3 }]);
    expect(found.by.hour[9]).to.deep.equal({ id: '09', count: 3 });
    expect(found.by.category).to.deep.equal([{ id: 'heat', count: 1 }]);
    expect(found.by.place).to.deep.equal([{ id: 'city', count: 3 }]);
    expect(found.by.rung).to.deep.equal([{ id: 'phone', count: 1 }]);
    expect(found.factors).to.deep.equal([{ id: 'speed', average: 3, answers: 2 }]);
    expect(found.rates.response).to.deep.equal({ numerator: 1, denominator: 2, value: 0.5 });
    expect(found.rates.resolution).to.deep.equal({ numerator: 1, denominator: 2, value: 0.5 });
    // The returned order of the centre counts for nobody.
    expect(found.units.map(({ unitId, orders, score }) => ({ unitId, orders, score }))).to.deep.equal([
      { unitId: 'city', orders: 2, score: 0.5 },
      { unitId: 'heating', orders: 2, score: 0.5 },
    ]);
  });

  it('leave out what was registered before or after, and the reports on such figures themselves', async () => {
    const inside = await registered(deps);
    deps.clock.pin(new Date('2020-01-01T00:00:00+08:00'));
    await registered(deps);
    const model = deps.models.connection.collection<{ _id: string }>('cases');
    const kept = await model.findOne({ _id: inside });
    await model.insertOne({ ...kept, _id: 'TT-20191222-9999', channel: 'assessment' } as never);
    await order('TT-20191222-9999', 1, {});

    expect(await figures()).to.deep.include({ registered: 1, units: [] });
  });

  it('do not take an order of a unit that left the network for anybody else', async () => {
    await order(await registered(deps), 1, { unitId: 'gone' });
    deps.clock.pin(at(50));

    const found = await figures();

    expect(found.units).to.deep.equal([]);
    expect(found.rates.punctuality).to.deep.include({ denominator: 1 });
  });
});
