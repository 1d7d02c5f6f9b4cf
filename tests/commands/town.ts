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
import { places, silent, testDeps } from './workbench.js';

/** Starting the engine takes this long at most, on a machine that is busy. */
export const START_MS = 180_000;

/** The test town on the real engine and database, with time that runs unless it is pinned. */
export interface Town {
  deps: Deps & { clock: PinnedClock };
  /** Its workers, besides these job types; closed with the town. */
  work(without?: readonly string[]): Promise<Workers>;
  /** The open task of that name, once it is in the lists and the engine has it. */
  task(caseNumber: string, name: string): Promise<TaskDocument>;
  /** Completes that task as this person. */
  hand(caseNumber: string, name: string, who: Person, data: FormData): Promise<void>;
  close(): Promise<void>;
}

let towns = 0;

export async function openTown(given: Parameters<typeof testDeps>[0] = {}): Promise<Town> {
  const { grpcAddress, restAddress } = await testEngine();
  const engine = connectEngine({ grpcAddress, restAddress, patienceMs: 1_000 }, silent);
  const deps = await testDeps({ engine, ...given });
  deps.clock.reset();
  await numberApart(deps);
  const { procedures, publications } = deps.models;
  const at = deps.clock.now();
  const publication = { locality: 'testtown', root: places, by: 'test', at, reason: 'test' };
  await publishLocality({ engine, procedures, publications }, publication);
  const running: Workers[] = [];
  const task = (caseNumber: string, name: string) => openTask(deps, caseNumber, name);

  return {
    deps,
    task,
    work: async (without = []) => {
      const definitions = (await allWorkers(deps)).filter(({ type }) => !without.includes(type));
      const options = { name: 'town', log: deps.log, longPollMs: 500, startJitterMs: 0 };
      const workers = runWorkers(engine, definitions, options);
      running.push(workers);

      return workers;
    },
    hand: async (caseNumber, name, who, data) => {
      await completeTask(deps)((await task(caseNumber, name))._id, data, who);
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
  }, 30_000);

  return found!;
}

/** The engine that towns share remembers start messages by case number: a number given before would start nothing. */
async function numberApart({ models, localities, clock }: Deps): Promise<void> {
  towns += 1;
  const { numbering, timeZone } = localities.get('testtown');
  const counter = counterOf(numbering.case, { at: clock.now(), timeZone });
  const counters = models.connection.collection<{ _id: string; value: number }>('counters');
  await counters.insertOne({ _id: `case/testtown/${counter}`, value: towns * 500 });
}
