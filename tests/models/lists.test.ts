import { expect } from 'chai';

import { caseFilter } from '../../models/case-filter.js';
import type { CaseDocument, CaseFilter, CaseScope, CaseSort } from '../../models/case-document.js';
import type { Models } from '../../models/open-models.js';
import { COUNT_LIMIT } from '../../models/read-list.js';
import type { TaskFilter } from '../../models/tasks.js';
import { at, CASES, openThousands, unit, UNITS } from './thousands.js';

describe('lists of thousands', () => {
  let models: Models;

  before(async function () {
    this.timeout(120_000);
    models = await openThousands();
  });

  after(() => models.close());

  const mine: CaseScope = { locality: 'testtown', unitIds: [unit(3)], confidential: false };
  const closed = { ...mine, confidential: true };
  const below = { ...mine, unitIds: [unit(3), unit(4)] };
  const all: CaseScope = { locality: 'testtown' };
  const citizen: CaseScope = { registeredBy: 'citizen-3' };
  const few = (3 * CASES) / UNITS;
  /** `most` is how many rows a list may read; without it, it is the whole locality that is read from one end. */
  const caseLists: { what: string; filter: CaseFilter; sort?: CaseSort; most?: number }[] = [
    { what: 'of a unit', filter: { scopes: [mine, closed] }, most: few },
    { what: 'of a unit by deadline', filter: { scopes: [mine, closed] }, sort: 'dueAt', most: few },
    { what: 'of a unit, latest deadline first', filter: { scopes: [mine, closed] }, sort: '-dueAt', most: few },
    { what: 'of a unit and those below it', filter: { scopes: [below, closed] }, most: few },
    { what: 'of a unit that are open to all of it', filter: { scopes: [mine] }, most: few },
    { what: 'of a unit among all', filter: { scopes: [below], unitIds: [unit(3)] }, most: few },
    { what: 'of a unit that are open', filter: { scopes: [mine], stages: ['handling', 'replied'] }, most: few },
    { what: 'of a unit that are late', filter: { scopes: [mine], overdueAt: new Date() }, sort: 'dueAt', most: few },
    { what: 'that a citizen reported', filter: { scopes: [citizen] }, most: few },
    { what: 'of a caller', filter: { scopes: [all], phoneHash: 'phone-3' }, most: few },
    { what: 'of one number', filter: { scopes: [all], caseNumber: 'TT-L-3' }, most: 1 },
    { what: 'of a locality', filter: { scopes: [all] } },
    { what: 'of a locality by deadline', filter: { scopes: [all] }, sort: '-dueAt' },
    { what: 'of a category', filter: { scopes: [all], categories: ['heating'] } },
    { what: 'that are being handled', filter: { scopes: [all], stages: ['handling'] } },
    { what: 'that are being handled, by deadline', filter: { scopes: [all], stages: ['handling'] }, sort: 'dueAt' },
    { what: 'that are closed', filter: { scopes: [all], stages: ['closed'] } },
    { what: 'with a word', filter: { scopes: [all], text: '漏水' } },
    { what: 'with a word that none has', filter: { scopes: [all], text: '没有' }, most: CASES / 10 },
    { what: 'with a word, of a unit', filter: { scopes: [mine, closed], text: '路灯' }, most: few },
    { what: 'with a rare word, by deadline', filter: { scopes: [all], text: '没有' }, sort: 'dueAt', most: CASES / 10 },
    { what: 'of a rare kind', filter: { scopes: [all], kinds: ['complaint'] }, most: CASES / 1_000 },
    { what: 'with the oldest first', filter: { scopes: [all] }, sort: 'registeredAt', most: 0 },
    { what: 'with the earliest deadline first', filter: { scopes: [all] }, sort: 'dueAt', most: 0 },
    { what: 'that are late', filter: { scopes: [all], overdueAt: new Date() }, sort: 'dueAt' },
  ];
  for (const { what, filter, sort = '-registeredAt', most = CASES } of caseLists)
    it(`reads the cases ${what} by an index`, async () => {
      expectIndexed(await models.cases.explain(filter, sort), most);
    });

  const open: TaskFilter = { scopes: [{ locality: 'testtown', confidential: false }], state: 'created' };
  const taskLists: { what: string; filter: TaskFilter; most?: number }[] = [
    { what: 'of a person', filter: { assignee: 'person-3', state: 'created' } },
    { what: 'that a post may take', filter: { candidateGroups: ['testtown/unit-3/clerk'], state: 'created' } },
    {
      what: 'that several posts may take',
      filter: { candidateGroups: ['testtown/unit-3/clerk', 'testtown/unit-4/clerk'], state: 'created' },
    },
    { what: 'of units', filter: { localities: ['testtown'], unitIds: [unit(3), unit(4)], state: 'created' } },
    { what: 'of a case', filter: { caseNumber: 'TT-L-3', state: 'created' } },
    {
      what: 'that a supervisor may look at',
      filter: {
        scopes: [{ assignee: 'person-3' }, { locality: 'testtown', confidential: false }],
        state: 'created',
      },
      most: CASES + few,
    },
    { what: 'of a locality at a stage', filter: { ...open, stages: ['replied'] }, most: CASES / 50 },
    { what: 'of a locality by name', filter: { ...open, names: ['电话催办'] }, most: CASES / 40 },
    { what: 'of a locality by lamp', filter: { ...open, lamps: ['red'] }, most: CASES / 30 + 1 },
    { what: 'of a locality by a word that none has', filter: { ...open, text: '没有' }, most: CASES / 10 },
    {
      what: 'that a post may take at a stage',
      filter: { candidateGroups: ['testtown/unit-3/clerk'], state: 'created', stages: ['replied'] },
    },
  ];
  for (const { what, filter, most = few } of taskLists)
    it(`reads the tasks ${what} by an index`, async () => {
      expectIndexed(await models.tasks.explain(filter, 'dueAt'), most);
    });

  it('shows exactly what the scopes allow, however they are put together', async () => {
    const wide = await listed({ scopes: [mine, closed] });
    const open = await listed({ scopes: [mine] });
    const both = await listed({ scopes: [below, closed] });
    const narrowed = await listed({ scopes: [below], unitIds: [unit(4), unit(5)] });

    expect(wide).to.equal(CASES / UNITS);
    expect(open).to.equal(CASES / UNITS / 2);
    expect(both).to.equal((3 * CASES) / UNITS / 2);
    expect(narrowed).to.equal(CASES / UNITS / 2);
    expect(await listed({ scopes: [] })).to.equal(0);
    expect(await listed({ scopes: [{ ...mine, locality: 'elsewhere' }] })).to.equal(0);
  });

  it('has every page of a list, in order, each row once, whatever the slices that it is read in', async () => {
    for (const sort of ['registeredAt', '-registeredAt', 'dueAt', '-dueAt'] as const) {
      const [field, direction] = [sort.replace('-', '') as 'dueAt', sort.startsWith('-') ? -1 : 1];
      const found: CaseDocument[] = [];
      for (let page = 1; page <= CASES / UNITS / 8; page += 1)
        found.push(...(await models.cases.list({ scopes: [mine, closed] }, sort, { page, limit: 8 })).items);
      const times = found.map((one) => one[field]?.getTime() ?? -Infinity);

      expect(new Set(found.map(({ _id }) => _id))).to.have.property('size', CASES / UNITS);
      expect(times).to.deep.equal([...times].sort((one, other) => direction * (one - other)));
    }
  });

  it('counts exactly while there are few, and tells that there are more where there are many', async () => {
    const many = await models.cases.list({ scopes: [all] }, '-registeredAt', { page: 1, limit: 5 });
    const deep = await models.cases.list({ scopes: [all] }, '-registeredAt', { page: 250, limit: 5 });
    const last = await models.cases.list({ scopes: [all] }, '-registeredAt', { page: CASES / 5, limit: 5 });

    expect(many).to.include({ total: COUNT_LIMIT, more: true });
    expect(deep).to.include({ total: 250 * 5 + 1, more: true });
    expect(deep.items.map(({ _id }) => _id)).to.deep.equal(newest(245 * 5 + 20, 5));
    expect(last).to.include({ total: CASES, more: false });
    expect(await models.cases.list({ scopes: [mine] }, '-registeredAt', { page: 1, limit: 5 })).to.include({
      total: CASES / UNITS / 2,
      more: false,
    });
    expect(last.items.at(-1)?._id).to.equal('TT-L-0');
  });

  it('finds by deadline also what has none, at the end upwards and downwards', async () => {
    const cases = models.connection.collection<{ _id: string }>('cases');
    await cases.updateOne({ _id: 'TT-L-303' }, { $unset: { dueAt: 1 } });
    for (const filter of [{ scopes: [mine] }, { scopes: [all], stages: ['handling'] }] as const)
      for (const sort of ['dueAt', '-dueAt'] as const) {
        const { items } = await models.cases.list(filter, sort, { page: 1, limit: CASES });
        expect(items.at(-1)?._id).to.equal('TT-L-303');
      }
    await cases.updateOne({ _id: 'TT-L-303' }, { $set: { dueAt: at(CASES - 303) } });
  });

  it('keeps to the days that are asked for', async () => {
    const from = at(600);
    const until = at(660);
    for (const sort of ['registeredAt', '-registeredAt', 'dueAt', '-dueAt'] as const)
      expect((await models.cases.list({ scopes: [all], from, until }, sort, { page: 1, limit: 99 })).total).to.equal(
        60,
      );
  });

  it('reads what a locality registered in some time by an index, and leaves out channels', async () => {
    const period = { from: at(600), until: at(660) };

    expectIndexed([await models.cases.explainPeriod('testtown', period)], 60);
    expect((await models.cases.registeredIn('testtown', period, [])).length).to.equal(60);
    expect(await models.cases.registeredIn('testtown', period, ['phone'])).to.deep.equal([]);
  });

  it('finds a message that is not sent, and open cases with an instance, by an index', async () => {
    const cases = models.connection.collection<{ _id: string }>('cases');
    const unsent = { name: 'x', messageId: 'm-1', variables: {} };
    await cases.updateOne({ _id: 'TT-L-7' }, { $push: { unsent } });
    const plans = await Promise.all([
      cases.find({ 'unsent.name': { $exists: true } }).explain('executionStats'),
      cases.find({ closedAt: { $gte: new Date() } }).explain('executionStats'),
      models.connection
        .collection('orders')
        .find({ state: 'issued', dueAt: { $lt: new Date() } })
        .explain('executionStats'),
      models.connection.collection('publications').find({ definitionKeys: '1' }).explain('executionStats'),
    ]);

    expect((await models.cases.withUnsent(10)).map(({ _id }) => _id)).to.deep.equal(['TT-L-7']);
    await models.cases.sent('TT-L-7', 'm-1');
    expect(await models.cases.withUnsent(10)).to.deep.equal([]);
    for (const plan of plans) expectIndexed([plan], 1);
  });

  it('keeps a filter and a scope on the same field apart', () => {
    const query = caseFilter({ scopes: [mine], unitIds: [unit(9)], localities: ['elsewhere'] });

    expect(query).to.deep.equal({
      locality: 'elsewhere',
      parties: unit(9),
      $and: [{ locality: 'testtown', confidential: false, parties: unit(3) }],
    });
  });

  const newest = (skipped: number, count: number) =>
    Array.from({ length: count }, (_, n) => `TT-L-${CASES - 1 - skipped - n}`);
  const listed = async (filter: CaseFilter) =>
    (await models.cases.list(filter, '-registeredAt', { page: 1, limit: 1 })).total;
});

interface Explained {
  queryPlanner: { winningPlan: object };
  executionStats: { totalDocsExamined: number };
  serverInfo?: { host?: string };
}

/** Every way of the list is in an index, and all of them together read no more than this. SecantusDB sorts what an index found. */
function expectIndexed(explained: readonly object[], most: number): void {
  let examined = 0;
  expect(explained).not.to.have.length(0);
  for (const { queryPlanner, executionStats, serverInfo } of explained as Explained[]) {
    const plan = JSON.stringify(queryPlanner.winningPlan);
    const stages = [...plan.matchAll(/"stage":"(\w+)"/g)].map(([, stage]) => stage ?? '');
    expect(
      stages.some((stage) => stage === 'IXSCAN' || stage === 'IDHACK' || stage === 'EXPRESS_IXSCAN'),
      plan,
    ).to.equal(true);
    expect(stages, plan).not.to.include('COLLSCAN');
    if (serverInfo?.host !== 'secantus') expect(stages, plan).not.to.include('SORT');
    examined += executionStats.totalDocsExamined;
  }
  expect(examined).to.be.at.most(most);
}
