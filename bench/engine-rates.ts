import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startChild } from '../local/child.js';
import { engineProgram } from '../local/engine/host.js';
import type { Java } from '../local/java.js';
import { freePort } from '../local/ports.js';
import type { Program } from '../local/program.js';
import { type Say, step } from '../local/progress.js';
import type { Closing } from './closing.js';
import { rounded, spreadOf, type Spread } from './figures.js';
import type { Sizes } from './options.js';
import { putLoad, type Round } from './put-load.js';
import { shippedEngine } from './shipped-engine.js';

/** Our host with durable commits, our host without, the vendor's test engine as shipped. */
export type EngineName = 'group' | 'none' | 'shipped';

export interface EngineRate {
  instancesPerSecond: Spread;
  /** Processor time of the engine for one instance, milliseconds: less at the mercy of a busy machine than the rate. */
  processorMillis: Spread | null;
}

export interface EngineFigures {
  waiting: number;
  rounds: number;
  secondsPerRound: number;
  instancesUnderWay: number;
  engines: Record<EngineName, EngineRate>;
  /** Of the rates of one round to each other. */
  ratios: { groupToNone: Spread; groupToShipped: Spread };
}

export interface EngineBench {
  java: Java;
  hostJar: string;
  benchJar: string;
  sizes: Sizes;
  say: Say;
  closing: Closing;
}

/** Measures three fresh engines round by round, one at work at a time. Thrown Error when one of them does not keep up. */
export async function measureEngines(bench: EngineBench): Promise<EngineFigures> {
  const { sizes, say } = bench;
  const group = await startEngine(bench, 'group');
  const none = await startEngine(bench, 'none');
  const shipped = await startEngine(bench, 'shipped');
  const engines = [group, none, shipped];
  const rounds = await step(say, `three engines, ${sizes.rounds} rounds of ${sizes.seconds} s each`, () =>
    putLoad(bench, engines),
  );
  const of = (engine: Engine) => rounds.filter(({ address }) => address === engine.address);

  return {
    waiting: sizes.waiting,
    rounds: sizes.rounds,
    secondsPerRound: sizes.seconds,
    instancesUnderWay: sizes.window,
    engines: { group: rateOf(of(group)), none: rateOf(of(none)), shipped: rateOf(of(shipped)) },
    ratios: { groupToNone: ratio(of(group), of(none)), groupToShipped: ratio(of(group), of(shipped)) },
  };
}

export interface Engine {
  address: string;
  pid: number;
}

async function startEngine({ java, hostJar, benchJar, closing, say }: EngineBench, name: EngineName): Promise<Engine> {
  const port = await freePort();
  const dataFolder = await mkdtemp(join(tmpdir(), `huiyin-bench-${name}-`));
  closing.add(() => rm(dataFolder, { recursive: true, force: true, maxRetries: 5 }));
  const restPort = await freePort();
  const program: Program =
    name === 'shipped'
      ? shippedEngine(java, benchJar, port)
      : engineProgram({ java, jar: hostJar, dataFolder, grpcPort: port, restPort, commit: name });
  const child = await startChild(program, { say });
  closing.add(() => child.stop());

  return { address: `127.0.0.1:${port}`, pid: child.pid };
}

function rateOf(rounds: readonly Round[]): EngineRate {
  const times = rounds.map(({ processorMillis }) => processorMillis).filter((millis) => millis !== undefined);

  return {
    instancesPerSecond: spreadOf(rounds.map(({ perSecond }) => perSecond)),
    processorMillis: times.length === 0 ? null : spreadOf(times),
  };
}

/** Round by round, for what disturbs the machine disturbs neighbours alike. */
function ratio(ours: readonly Round[], others: readonly Round[]): Spread {
  return spreadOf(
    ours.map(({ round, perSecond }) => {
      const other = others.find((one) => one.round === round);

      return rounded(perSecond / (other?.perSecond ?? Number.NaN));
    }),
  );
}
