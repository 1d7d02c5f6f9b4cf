import { expect } from 'chai';
import type { Figures } from '../../api/contract/figures.js';
import type { Problem } from '../../api/contract/problem.js';
import { loadLocalities } from '../../procedures/localities.js';
import { join } from 'node:path';
import { putPastCases, type PastCase } from '../support/past-cases.js';
import { openApiBench, type ApiBench } from './workbench.js';

const now = new Date('2024-03-20T04:00:00Z');
const solved = { reached: true, solved: true, satisfied: true, factors: { attitude: 'good' } };
const order = { unitId: 'housing', signBy: 1, signedAt: 0.5, dueAt: 24, repliedAt: 20 };

/** Three of March, one of the last moment of February and one of an assessment. */
const cases: readonly PastCase[] = [
  {
    ...{ caseNumber: 'LH-20240301-0001', locality: 'linhe', registeredAt: new Date('2024-02-29T16:00:00Z') },
    ...{ channel: 'phone', kind: 'help', category: 'manhole', placeId: 'property', stage: 'closed', outcome: 'solved' },
    ...{ orders: [order], callback: solved, rungs: ['phone', 'letter'] },
  },
  {
    ...{ caseNumber: 'LH-20240318-0001', locality: 'linhe', registeredAt: new Date('2024-03-18T01:30:00Z') },
    ...{ channel: 'phone', kind: 'complaint', stage: 'handling', dueAt: new Date('2024-03-19T01:30:00Z') },
    orders: [{ unitId: 'property', signBy: 1, dueAt: 24 }],
  },
  {
    ...{ caseNumber: 'LH-20240320-0001', locality: 'linhe', registeredAt: new Date('2024-03-20T01:00:00Z') },
    ...{ channel: 'pigeon', kind: 'help', stage: 'registered' },
  },
  {
    ...{ caseNumber: 'LH-20240229-0001', locality: 'linhe', registeredAt: new Date('2024-02-29T15:59:59Z') },
    ...{ channel: 'web', kind: 'help', stage: 'registered' },
  },
  {
    ...{ caseNumber: 'LH-20240302-0001', locality: 'linhe', registeredAt: new Date('2024-03-02T01:00:00Z') },
    ...{ channel: 'assessment', stage: 'closed' },
  },
];

describe('the figures of a locality', () => {
  let bench: ApiBench;
  const ask = async (query = '', post = 'center.supervisor') => (await bench.as(post)).get(`/api/figures${query}`);
  const figures = async (query = '') => {
    const answer = await ask(query);
    expect(answer.status, answer.text).to.equal(200);

    return answer.body as Figures;
  };
  before(async () => {
    bench = await openApiBench({ localities: withTargets() });
    await putPastCases(bench.deps.models.connection, cases);
    bench.clock.pin(now);
  });
  after(() => bench.close());

  it('are those of this month, of the locality’s own days, unless other days are named', async () => {
    const { from, until, at, registered, closed, open, late, closing, days, hours } = await figures();

    expect({ from, until, at }).to.deep.equal({ from: '2024-03-01', until: '2024-03-20', at: now.toISOString() });
    expect({ registered, closed, open, late }).to.deep.equal({ registered: 3, closed: 1, open: 2, late: 1 });
    expect(closing).to.deep.equal({ numerator: 1, denominator: 3, value: 1 / 3 });
    expect(days.map(({ count }) => count)).to.deep.equal([1, ...Array<number>(16).fill(0), 1, 0, 1]);
    expect(hours.filter(({ count }) => count > 0)).to.deep.equal([
      { id: '00', count: 1 },
      { id: '09', count: 2 },
    ]);
    const february = await figures('?until=2024-02-29');
    expect([february.from, february.registered]).to.deep.equal(['2024-02-01', 1]);
    expect((await figures('?from=2024-02-29&until=2024-03-01')).registered).to.equal(2);
    expect((await figures('?from=2024-04-01&until=2024-04-02')).days.map(({ count }) => count)).to.deep.equal([0, 0]);
  });

  it('name what the locality names, and leave as it is what it names no more', async () => {
    const { localityName, channels, kinds, categories, places, stages, outcomes, rungs, factors } = await figures();

    expect(localityName).to.equal('临河市');
    expect(channels).to.deep.equal([
      { id: 'phone', name: '热线电话', count: 2 },
      { id: 'pigeon', name: 'pigeon', count: 1 },
    ]);
    expect(kinds.map(({ name }) => name)).to.deep.equal(['求助', '投诉']);
    expect([categories[0]?.name, places[0]?.name]).to.deep.equal(['井盖', '物业管理站']);
    expect(stages.map(({ id }) => id)).to.have.members(['closed', 'handling', 'registered']);
    expect(outcomes).to.deep.equal([{ id: 'solved', count: 1 }]);
    expect(rungs.map(({ id }) => id)).to.have.members(['phone', 'letter']);
    expect(factors).to.deep.equal([{ id: 'attitude', name: '服务态度', average: 5, answers: 1 }]);
  });

  it('give the rates that the locality assesses by first, with their targets, and no number for 接通率', async () => {
    const { rates, units } = await figures();

    expect(
      rates.map(({ name, assessed, target, rate }) => [name, assessed, target, rate?.value ?? null]),
    ).to.deep.equal([
      ['connection', true, 0.95, null],
      ['response', true, 0.9, 0.5],
      ['punctuality', false, null, 0.5],
      ['resolution', false, null, 1],
      ['satisfaction', false, null, 1],
    ]);
    expect(rates[0]?.rate).to.equal(null);
    expect(units.map(({ name, level, orders, score, rank }) => [name, level, orders, score, rank])).to.deep.equal([
      ['市住建局', 'department', 2, 0.5, 1],
    ]);
    expect(units[0]?.rates.response).to.deep.equal({ numerator: 1, denominator: 2, value: 0.5 });
  });

  it('are read by those who watch the whole locality, and by leaders of the centre or above it', async () => {
    for (const post of ['center.supervisor', 'center.policy', 'center.process-owner', 'center.leader'])
      expect((await ask('', post)).status, post).to.equal(200);
    for (const post of ['housing.leader', 'housing.clerk', 'center.agent', 'center.callback', 'citizen', 'admin'])
      expect((await ask('', post)).status, post).to.equal(403);
    expect((await ask('?locality=elsewhere')).status).to.equal(403);
    expect((await ask('?locality=linhe')).status).to.equal(200);
  });

  it('tell each person whether they may read them', async () => {
    const readers = ['center.supervisor', 'center.leader', 'housing.leader', 'admin'].map(async (post) => {
      const me = (await (await bench.as(post)).get('/api/session')).body as { readsFigures: boolean };

      return me.readsFigures;
    });

    expect(await Promise.all(readers)).to.deep.equal([true, true, false, false]);
  });

  it('are refused for days that are none, that are too many or the wrong way round, naming the field', async () => {
    const refusals: Record<string, [string, RegExp]> = {
      '?from=2024-02-30': ['?from', /日期，例如/],
      '?until=1999-12-31': ['?until', /2000 至 2199/],
      '?from=2024-03-02&until=2024-03-01': ['?from', /不能晚于结束日期（2024-03-01）/],
      '?from=2024-03-21': ['?from', /不能晚于今天（2024-03-20）/],
      '?from=2023-03-19&until=2024-03-19': ['?from', /最长 366 天.*2023-03-20/],
      '?day=2024-03-01': ['?day', /没有这个字段/],
    };
    for (const [query, [field, reason]] of Object.entries(refusals)) {
      const answer = await ask(query);
      const { errors } = answer.body as Problem;
      expect([answer.status, errors[0]?.field], query).to.deep.equal([400, field]);
      expect(errors[0]?.reason).to.match(reason);
    }
    expect((await ask('?from=2023-03-20&until=2024-03-19')).status).to.equal(200);
  });

  it('are read from the database once a minute for all who ask', async () => {
    bench.clock.pin(new Date('2024-05-10T04:00:00Z'));
    const before = await Promise.all(Array.from({ length: 10 }, () => figures()));
    const [registeredAt, next] = [new Date('2024-05-10T02:00:00Z'), new Date('2024-05-10T04:01:00Z')];
    const more = { locality: 'linhe', registeredAt, channel: 'phone', stage: 'registered' };
    await putPastCases(bench.deps.models.connection, [{ ...more, caseNumber: 'LH-20240510-0001' }]);

    expect(new Set([...before, await figures()].map(({ registered }) => registered))).to.deep.equal(new Set([0]));
    bench.clock.pin(next);
    expect((await figures()).registered).to.equal(1);
  });
});

/** The town, with figures to reach. */
function withTargets() {
  const localities = loadLocalities(join(import.meta.dirname, 'bpmn'));
  const town = localities.get('linhe');
  const assessment = {
    ...town.assessment,
    rates: ['connection' as const, 'response' as const],
    targets: { connection: 0.95, response: 0.9 },
  };
  const assessed = { ...town, assessment };

  return {
    ...localities,
    all: () => [assessed],
    get: (id: string) => (id === 'linhe' ? assessed : localities.get(id)),
  };
}
