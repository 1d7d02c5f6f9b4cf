import { openModels, type Models } from '../../models/open-models.js';
import { wordsOf } from '../../models/words.js';
import { registered, testDeps } from '../commands/workbench.js';
import { testDatabase } from '../support/stack.js';

export const CASES = 4_000;
export const UNITS = 100;
export const unit = (n: number) => `unit-${n}`;

const HOUR = 3_600_000;
const BEGIN = Date.now() - (CASES + 24) * HOUR;
/** An hour for each case, up to yesterday. */
export const at = (n: number) => new Date(BEGIN + n * HOUR);
/** Every seventh tells of a leak, all others of a lamp; the number stands in each. */
export const titleOf = (n: number) => `${n % 7 === 0 ? '供热管道漏水' : '小区路灯不亮'}，B${n}号楼`;

/**
 * Cases dealt out evenly to units, in each unit one half confidential, each with an open task. One in ten of both came before
 * words were kept.
 */
export async function openThousands(): Promise<Models> {
  const uri = await testDatabase();
  const models = await openModels(uri);
  const deps = await testDeps({ uri });
  const pattern = await models.cases.find(await registered(deps));
  await deps.models.connection.collection('cases').deleteMany({});
  await deps.models.close();
  const rows = Array.from({ length: CASES }, (_, n) => n);
  const cases = rows.map((n) => ({
    ...pattern,
    _id: `TT-L-${n}`,
    parties: [unit(n % UNITS)],
    confidential: Math.floor(n / UNITS) % 2 === 0,
    unsent: [],
    title: titleOf(n),
    words: n % 10 === 0 ? undefined : wordsOf(titleOf(n)),
    kind: n % 1_000 === 0 ? 'complaint' : 'help',
    category: 'heating',
    stage: n % UNITS === 3 ? 'handling' : 'closed',
    caller: { phoneHash: `phone-${n % UNITS}`, masked: {} },
    registeredBy: { name: '市民', userId: `citizen-${n % UNITS}` },
    registeredAt: at(n),
    dueAt: at(CASES - n),
  }));
  const tasks = rows.map((n) => ({
    _id: String(n),
    caseNumber: `TT-L-${n}`,
    caseTitle: titleOf(n),
    words: n % 10 === 0 ? undefined : wordsOf(`TT-L-${n}`, titleOf(n)),
    stage: n % 50 === 3 ? 'replied' : 'handling',
    name: n % 40 === 3 ? '电话催办' : '承办',
    lamp: n % 30 === 3 ? 'red' : 'green',
    locality: 'testtown',
    unitId: unit(n % UNITS),
    assignee: `person-${n % UNITS}`,
    candidateGroups: [`testtown/${unit(n % UNITS)}/clerk`],
    state: 'created',
    dueAt: at(n),
  }));
  const write = (name: string, documents: readonly object[]) =>
    models.connection.collection(name).insertMany([...documents], { ignoreUndefined: true });
  await write('cases', cases);
  await write('tasks', tasks);

  return models;
}
