import { availableParallelism, loadavg, totalmem } from 'node:os';

import { engineJar } from '../local/engine/build.js';
import { findJava } from '../local/java.js';
import type { Say } from '../local/progress.js';
import { root } from '../local/root.js';
import { CallCentre } from './call-centre.js';
import { type CaseFigures, measureCaseRate } from './case-rate.js';
import { Closing } from './closing.js';
import { type EngineFigures, measureEngines } from './engine-rates.js';
import { rounded } from './figures.js';
import { type ListFigures, measureLists } from './lists.js';
import { type LatencyFigures, measureLatency } from './latency.js';
import type { Options } from './options.js';
import { benchJar } from './shipped-engine.js';
import { TaskWatch } from './task-watch.js';
import { startWholeSystem } from './whole-system.js';

/** What one run found out; the shape of `--json`. */
export interface Figures {
  quick: boolean;
  machine: {
    processors: number;
    memoryGib: number;
    node: string;
    java: number;
    database: string;
    /** Programs that wanted a processor, averaged over a minute, before and after the run. */
    load: { before: number; after: number };
  };
  engine: EngineFigures;
  /** `toInstances`: cases per second to the durable host's instances per second. */
  cases: CaseFigures & { toInstances: number };
  latency: LatencyFigures;
  lists: ListFigures;
  expected: { groupToNone: number; groupToShipped: number; visibleP99: number; listP50: number };
}

export const EXPECTED = { groupToNone: 0.8, groupToShipped: 2, visibleP99: 500, listP50: 200 };
const GIB = 1024 ** 3;

export interface BenchRun {
  options: Options;
  say: Say;
  /** Emptied by the run itself; whoever calls the run off empties it. */
  closing: Closing;
  /** A jar of the engine host built elsewhere. */
  hostJar: string | undefined;
}

/** Measures all, on systems of its own that are gone afterwards. Thrown StartFault when a part does not start. */
export async function runBench({ options, say, closing, hostJar }: BenchRun): Promise<Figures> {
  const before = rounded(loadavg()[0] ?? 0);
  const java = await findJava();
  const jar = hostJar ?? (await engineJar(root, java, say));
  const engine = await closed(closing, async () =>
    measureEngines({ java, hostJar: jar, benchJar: await benchJar(java, say), sizes: options.sizes, say, closing }),
  );
  const { database, ...system } = await closed(closing, () => measureSystem(options, say, closing));
  const lists = await closed(closing, () => measureLists(options.sizes, say, closing));
  const rate = system.cases.casesPerSecond.median / engine.engines.group.instancesPerSecond.median;

  return {
    quick: options.quick,
    machine: {
      processors: availableParallelism(),
      memoryGib: Math.round(totalmem() / GIB),
      node: process.version,
      java: java.version,
      database,
      load: { before, after: rounded(loadavg()[0] ?? 0) },
    },
    engine,
    cases: { ...system.cases, toInstances: rounded(rate) },
    latency: system.latency,
    lists,
    expected: EXPECTED,
  };
}

async function measureSystem({ sizes }: Options, say: Say, closing: Closing) {
  const { database, ...system } = await startWholeSystem(say, closing);
  const centre = new CallCentre(system);
  await centre.open();
  const tasks = await TaskWatch.open(system.mongodbUri);
  closing.add(() => tasks.close());
  const bench = { centre, tasks, sizes, say };
  const cases = await measureCaseRate(bench);
  const latency = await measureLatency(bench);

  return { database, cases, latency };
}

async function closed<T>(closing: Closing, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await closing.close();
  }
}
