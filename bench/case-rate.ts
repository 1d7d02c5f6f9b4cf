import { type Say, step } from '../local/progress.js';
import type { CallCentre } from './call-centre.js';
import { spreadOf, type Spread } from './figures.js';
import type { Sizes } from './options.js';
import type { TaskWatch } from './task-watch.js';

export interface CaseFigures {
  casesPerRound: number;
  rounds: number;
  /** Registered, taken by the procedure, task row in the database. */
  casesPerSecond: Spread;
}

export interface CaseBench {
  centre: CallCentre;
  tasks: TaskWatch;
  sizes: Sizes;
  say: Say;
}

/** Measures at full speed. Thrown Error when a case gets no task. */
export async function measureCaseRate(bench: CaseBench): Promise<CaseFigures> {
  const { sizes, say } = bench;
  await step(say, `warming up with ${sizes.warmUp} cases`, () => round(bench, sizes.warmUp));
  const rates: number[] = [];
  for (let i = 1; i <= sizes.caseRounds; i += 1) {
    const rate = await round(bench, sizes.cases);
    say(`  ${sizes.cases} cases at full speed: ${rate.toFixed(1)} cases/s`);
    rates.push(rate);
  }

  return { casesPerRound: sizes.cases, rounds: sizes.caseRounds, casesPerSecond: spreadOf(rates) };
}

/** So many callers, each of whom registers the next case when the one before has its task. */
async function round({ centre, tasks, sizes }: CaseBench, cases: number): Promise<number> {
  const began = performance.now();
  let left = cases;
  const caller = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await tasks.taskOf(await centre.register());
    }
  };
  await Promise.all(Array.from({ length: sizes.callers }, caller));

  return (cases * 1_000) / (performance.now() - began);
}
