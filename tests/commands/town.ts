import { completeTask } from '../../commands/complete-task.js';
import type { Deps } from '../../commands/deps.js';
import type { Person } from '../../commands/person.js';
import type { PinnedClock } from '../../clock.js';
import { counterOf } from '../../domain/numbering.js';
import { connectEngine } from '../../engine/connect.js';
import { runWorkers, type Workers } from '../../engine/run-workers.js';
import type { FormData } from '../../models/orders.js';
import type { TaskDocument } from '../../models/tasks.js';
import { publishLocality } from '../../procedures/publish.js';
import { allWorkers } from '../../workers/all.js';
import { testEngine } from '../support/stack.js';
import { until } from '../support/until.js';
import { AGENT, CLERK, places, registered, silent, testDeps } from './workbench.js';

/** Starting the engine takes this long at most, on a machine that is busy. */
export const START_MS = 180_000;

/** What the intake form of the test town asks. */
export const INTAKE = { kind: 'help', category: 'heat' };

/** The test town on the real engine and database, with time that runs unless it is pinned. */
export interface Town {
  deps: Deps & { clock: PinnedClock };
  /** Its workers, besides these job types; closed with the town. */
  work(without?: readonly string[]): Promise<Workers>;
  /** The open task of that name, once it is in the lists and the engine has it. */
  task(caseNumber: string, name: string): Promise<TaskDocument>;
  /** Completes that task as this person. */
  hand(caseNumber: string, name: string, who: Person, data: FormData): Promise<void>;
  /** A new case and its open task: to be classified, to be signed for, to be handled. */
  atIntake(): Promise<AtTask>;
  atSigning(): Promise<AtTask>;
  inHand(): Promise<AtTask>;
  close(): Promise<void>;
}

export interface AtTask {
  caseNumber: string;
  /** Key of the task, its row when it came up. */
  key: string;
  task: TaskDocument;
}

let towns = 0;

/** A town at work for the tests of this block, opened before and closed after them; `without` leaves these workers out. */
export function inTown({ without = [] }: { without?: readonly string[] } = {}): { town: Town; deps: Town['deps'] } {
  const here = {} as { town: Town; deps: Town['deps'] };
  before(async function () {
    this.timeout(START_MS);
    here.town = await openTown();
    here.deps = here.town.deps;
    await here.town.work(without);
  });
  after(() => here.town.close());

  return here;
}

export async function openTown(given: Parameters<typeof testDeps>[0] = {}): Promise<Town> {
  const { grpcAddress, restAddress } = await testEngine();
  const engine = connectEngine({ grpcAddress, restAddress, patienceMs: 1_000 }, silent);
  const deps = await testDeps({ engine, ...given });
  deps.clock.reset();
  await numberApart(deps);
  const { procedures, publications } = deps.models;
  const publication = { locality: 'testtown', root: places, by: 'test', at: deps.clock.now(), reason: 'test' };
  await publishLocality({ engine, procedures, publications }, publication);
  const running: Workers[] = [];
  const task = (caseNumber: string, name: string) => openTask(deps, caseNumber, name);
  const hand: Town['hand'] = async (caseNumber, name, who, data) => {
    await completeTask(deps)((await task(caseNumber, name))._id, data, who);
  };
  const at = async (name: string, earlier: [string, Person, FormData][]): Promise<AtTask> => {
    const caseNumber = await registered(deps);
    for (const [before, who, data] of earlier) await hand(caseNumber, before, who, data);
    const open = await task(caseNumber, name);

    return { caseNumber, key: open._id, task: open };
  };
  const classified: [string, Person, FormData] = ['受理分类', AGENT, INTAKE];

  return {
    deps,
    task,
    hand,
    atIntake: () => at('受理分类', []),
    atSigning: () => at('签收', [classified]),
    inHand: () => at('承办', [classified, ['签收', CLERK, { signAct: 'accept' }]]),
    work: async (without = []) => {
      const definitions = (await allWorkers(deps)).filter(({ type }) => !without.includes(type));
      const options = { name: 'town', log: deps.log, longPollMs: 500, startJitterMs: 0 };
      const workers = runWorkers(engine, definitions, options);
      running.push(workers);

      return workers;
    },
    close: async () => {
      await Promise.all(running.map((workers) => workers.stop()));
      await deps.models.close();
      await engine.close();
    },
  };
}

async function openTask({ models, engine }: Deps, caseNumber: string, name: string): Promise<TaskDocument> {
  let found: TaskDocument | undefined;
  await until(async () => {
    found = (await models.tasks.openOfCase(caseNumber)).find((row) => row.name === name);
    // The row stands a moment before the engine has made the task: its listener comes first.
    return found !== undefined && (await engine.tasks.get(found._id).catch(() => undefined))?.state === 'CREATED';
  });

  return (await models.tasks.find(found!._id))!;
}

/** The engine that towns share remembers start messages by case number: a number given before would start nothing. */
async function numberApart({ models, localities, clock }: Deps): Promise<void> {
  towns += 1;
  const { numbering, timeZone } = localities.get('testtown');
  const counters = models.connection.collection<{ _id: string; value: number }>('counters');
  // Also when midnight comes between.
  for (const days of [0, 1]) {
    const at = new Date(clock.now().getTime() + days * 86_400_000);
    const counter = counterOf(numbering.case, { at, timeZone });
    await counters.insertOne({ _id: `case/testtown/${counter}`, value: towns * 500 });
  }
}
