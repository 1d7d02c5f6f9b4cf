import type { Models } from '../../models/open-models.js';
import { registered, testDeps } from '../commands/workbench.js';

export const CASES = 4_000;
export const UNITS = 100;
export const unit = (n: number) => `unit-${n}`;

/** Cases dealt out evenly to units, in each unit one half confidential, each with an open task. */
export async function fillThousands(models: Models, uri: string): Promise<void> {
  const deps = await testDeps({ uri });
  const pattern = await models.cases.find(await registered(deps));
  await deps.models.connection.collection('cases').deleteMany({});
  await deps.models.close();
  const rows = Array.from({ length: CASES }, (_, n) => n);
  const at = (n: number) => new Date(Date.UTC(2019, 0, 1, 0, n));
  const cases = rows.map((n) => ({
    ...pattern,
    _id: `TT-L-${n}`,
    parties: [unit(n % UNITS)],
    confidential: Math.floor(n / UNITS) % 2 === 0,
    unsent: [],
    category: 'heating',
    stage: n % UNITS === 3 ? 'handling' : 'closed',
    caller: { phoneHash: `phone-${n % UNITS}`, masked: {} },
    registeredBy: { name: '市民', userId: `citizen-${n % UNITS}` },
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
