import { setTimeout as wait } from 'node:timers/promises';

import { step } from '../local/progress.js';
import type { CaseBench } from './case-rate.js';
import { percentilesOf, type Percentiles } from './figures.js';

/** Milliseconds. */
export interface LatencyFigures {
  casesPerSecond: number;
  seconds: number;
  cases: number;
  /** From the request's start to its answer. */
  registered: Percentiles;
  /** From the request's start to the row in `tasks`. */
  visible: Percentiles;
}

interface CaseTimes {
  registered: number;
  visible: number;
}

/** Seconds at the pace that are not counted: what was measured before is still being worked off. */
const LEAD_IN = 10;

/** Registers cases at a steady pace, whether or not those before are through. Thrown Error when one gets no task. */
export async function measureLatency(bench: CaseBench): Promise<LatencyFigures> {
  const { say, sizes } = bench;
  const { pace, steadySeconds } = sizes;
  const times = await step(say, `${pace} cases/s for ${steadySeconds} s`, () => steadily(bench));

  return {
    casesPerSecond: pace,
    seconds: steadySeconds,
    cases: times.length,
    registered: percentilesOf(times.map(({ registered }) => registered)),
    visible: percentilesOf(times.map(({ visible }) => visible)),
  };
}

async function steadily(bench: CaseBench): Promise<CaseTimes[]> {
  const { pace, steadySeconds } = bench.sizes;
  const began = performance.now();
  const underWay: Promise<CaseTimes>[] = [];
  for (let i = 0; i < pace * (LEAD_IN + steadySeconds); i += 1) {
    await wait(Math.max(0, began + (i * 1_000) / pace - performance.now()));
    const one = timeOfOne(bench);
    one.catch(() => undefined); // told by the wait for all
    underWay.push(one);
  }

  return (await Promise.all(underWay)).slice(pace * LEAD_IN);
}

async function timeOfOne({ centre, tasks }: CaseBench): Promise<CaseTimes> {
  const began = performance.now();
  const caseNumber = await centre.register();
  const registered = performance.now() - began;
  await tasks.taskOf(caseNumber);

  return { registered, visible: performance.now() - began };
}
