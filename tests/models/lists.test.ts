import { expect } from 'chai';

import { caseFilter } from '../../models/case-filter.js';
import type { CaseFilter, CaseScope, CaseSort } from '../../models/case-document.js';
import { openModels, type Models } from '../../models/open-models.js';
import type { TaskFilter } from '../../models/tasks.js';
import { registered, testDeps } from '../commands/workbench.js';
import { testDatabase } from '../support/stack.js';

const CASES = 4_000;
const UNITS = 100;
const unit = (n: number) => `unit-${n}`;

describe('lists of thousands', () => {
  let models: Models;

  before(async function () {
    this.timeout(120_000);
    const uri = await testDatabase();
    models = await openModels(uri);
    await fill(models, uri);
  });

  after(() => models.close());

  const mine: CaseScope = { locality: 'testtown', unitIds: [unit(3)], confidential: false };
  const closed = { ...mine, confidential: true };
  const below = { ...mine, unitIds: [unit(3), unit(4)] };
  /** `plain`: equality alone, for which every server has to find the index. */
  const caseLists: { what: string; filter: CaseFilter; sort: CaseSort; plain?: true }[] = [
    { what: 'of a unit', filter: { scopes: [mine, closed] }, sort: '-registeredAt', plain: true },
    { what: 'of a unit by deadline', filter: { scopes: [mine, closed] }, sort: 'dueAt', plain: true },
    { what: 'of a unit and those below it', filter: { scopes: [below, closed] }, sort: '-registeredAt' },
    { what: 'of a unit that are open to all of it', filter: { scopes: [mine] }, sort: '-registeredAt' },
    { what: 'of a unit among all', filter: { scopes: [below], unitIds: [unit(3)] }, sort: '-registeredAt' },
  ];
  for (const { what, filter, sort, plain } of caseLists)
    it(`reads the cases ${what} by an index, and about as many as there are`, async function () {
      const plan = readPlan(await models.cases.explain(filter, sort));
      if (!plan.mongod && !plain) {
        console.log(`      SecantusDB takes an index for equality alone; it read ${plan.examined} of ${CASES} cases`);
        this.skip();
      }

      expect(plan.stages).to.include('IXSCAN').and.not.to.include('COLLSCAN');
      if (plan.mongod) expect(plan.stages).not.to.include('SORT');
      expect(plan.examined).to.be.at.most((3 * CASES) / UNITS);
    });

  const taskLists: [string, TaskFilter][] = [
    ['of a person', { assignee: 'person-3', state: 'created' }],
    ['that a post may take', { candidateGroups: ['testtown/unit-3/clerk'], state: 'created' }],
    ['of units', { localities: ['testtown'], unitIds: [unit(3)], state: 'created' }],
  ];
  for (const [what, filter] of taskLists)
    it(`reads the tasks ${what} by an index, and about as many as there are`, async () => {
      const plan = readPlan(await models.tasks.explain(filter, 'dueAt'));

      expect(plan.stages).to.include('IXSCAN').and.not.to.include('COLLSCAN');
      if (plan.mongod) expect(plan.stages).not.to.include('SORT');
      expect(plan.examined).to.be.at.most((3 * CASES) / UNITS);
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

  it('keeps a filter and a scope on the same field apart', () => {
    const query = caseFilter({ scopes: [mine], unitIds: [unit(9)], localities: ['elsewhere'] });

    expect(query).to.deep.equal({
      locality: 'elsewhere',
      parties: unit(9),
      $and: [{ locality: 'testtown', confidential: false, parties: unit(3) }],
    });
  });

  const listed = async (filter: CaseFilter) =>
    (await models.cases.list(filter, '-registeredAt', { page: 1, limit: 1 })).total;
});

/** Cases dealt out evenly to units, in each unit one half confidential, each with an open task. */
async function fill(models: Models, uri: string): Promise<void> {
  const deps = await testDeps({ uri });
  const pattern = await models.cases.find(await registered(deps));
  await deps.models.close();
  const rows = Array.from({ length: CASES }, (_, n) => n);
  const at = (n: number) => new Date(Date.UTC(2019, 0, 1, 0, n));
  const cases = rows.map((n) => ({
    ...pattern!,
    _id: `TT-L-${n}`,
    parties: [unit(n % UNITS)],
    confidential: Math.floor(n / UNITS) % 2 === 0,
    unsent: [],
    registeredAt: at(n),
    dueAt: at(CASES - n),
  }));
  const tasks = rows.map((n) => ({
    _id: String(n),
    locality: 'testtown',
    unitId: unit(n % UNITS),
    assignee: `person-${n % UNITS}`,
    candidateGroups: [`testtown/${unit(n % UNITS)}/clerk`],
    state: 'created',
    dueAt: at(n),
  }));
  const write = (name: string, documents: readonly object[]) =>
    models.connection.collection(name).insertMany(documents);
  await write('cases', cases);
  await write('tasks', tasks);
}

interface Explained {
  queryPlanner: { winningPlan: object };
  executionStats: { totalDocsExamined: number };
  serverInfo?: { host?: string };
}

/** SecantusDB sorts what an index found; a mongod can, and must, read it in order. */
function readPlan(explained: unknown): { stages: string[]; examined: number; mongod: boolean } {
  const { queryPlanner, executionStats, serverInfo } = explained as Explained;
  const plan = JSON.stringify(queryPlanner.winningPlan);

  return {
    stages: [...plan.matchAll(/"stage":"(\w+)"/g)].map(([, stage]) => stage ?? ''),
    examined: executionStats.totalDocsExamined,
    mongod: serverInfo?.host !== 'secantus',
  };
}
