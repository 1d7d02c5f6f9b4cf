import { lastLines, runProgram } from '../local/run-program.js';
import type { Engine, EngineBench } from './engine-rates.js';
import { processorTime } from './processor-time.js';
import { loadArguments } from './shipped-engine.js';

export interface Round {
  address: string;
  round: number;
  /** Instances ended a second. */
  perSecond: number;
  /** Processor time of the engine for one instance. */
  processorMillis: number | undefined;
}

/** A line of the load, `engine-host/bench`. */
interface Told {
  event: 'warm-up' | 'begin' | 'round';
  address: string;
  round: number;
  instances: number;
  instancesPerSecond: number;
}

const LIMIT_MS = 1_200_000;

/** Has the load put on these engines. Thrown Error when it ends before its time or takes longer than twenty minutes. */
export async function putLoad(
  { java, benchJar, sizes, say }: EngineBench,
  engines: readonly Engine[],
): Promise<Round[]> {
  const { waiting, seconds, window, rounds } = sizes;
  const addresses = engines.map(({ address }) => address).join();
  const listener = new Listener(engines, say);
  const { code, output, timedOut } = await runProgram(
    java.program,
    loadArguments(java, benchJar, [addresses, waiting, seconds, window, rounds]),
    { limit: LIMIT_MS, onOutput: (text) => listener.hear(text) },
  );
  if (timedOut) throw new Error(`the engines did not do their load within ${LIMIT_MS / 60_000} minutes`);
  if (code !== 0 || listener.rounds.length !== rounds * engines.length)
    throw new Error(`the load ended with exit code ${String(code)}: ${lastLines(output)}`);

  return listener.rounds;
}

class Listener {
  readonly rounds: Round[] = [];
  #rest = '';
  #spentBefore: number | undefined;

  constructor(
    private readonly engines: readonly Engine[],
    private readonly say: (line: string) => void,
  ) {}

  hear(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('{"event":')) this.#note(JSON.parse(line) as Told);
  }

  #note({ event, address, round, instances, instancesPerSecond: perSecond }: Told): void {
    const pid = this.engines.find((engine) => engine.address === address)?.pid ?? 0;
    const spent = processorTime(pid);
    if (event === 'begin') this.#spentBefore = spent;
    else this.say(`  ${event} ${round} ${address}: ${perSecond} instances/s`);
    if (event !== 'round') return;
    const both = spent !== undefined && this.#spentBefore !== undefined;
    const processorMillis = both ? (spent - (this.#spentBefore ?? 0)) / instances : undefined;
    this.rounds.push({ address, round, perSecond, processorMillis });
  }
}
