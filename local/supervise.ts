import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from './child.js';
import type { Output, Program } from './program.js';
import { StartFault } from './start-fault.js';

/** A program that is started again when it dies. */
export interface Running {
  readonly name: string;
  /** Of the present process; undefined between a death and the next start. */
  readonly pid: number | undefined;
  /** Ends it in order; it stays ended. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

export interface Supervision extends Output {
  /** Called once when it died too often. */
  onGiveUp: (fault: StartFault) => void;
  patience?: Patience;
}

/** When to lose patience with a program that dies again and again. Times in milliseconds. */
export interface Patience {
  firstPause: number;
  longestPause: number;
  /** So many deaths within the window are too many. */
  deaths: number;
  window: number;
}

const usualPatience: Patience = { firstPause: 500, longestPause: 15_000, deaths: 6, window: 180_000 };

/** Starts a program and keeps it running until it is stopped. Thrown StartFault when the first start fails. */
export const supervise = async (program: Program, supervision: Supervision): Promise<Running> => {
  const { say, onGiveUp, patience = usualPatience } = supervision;
  const stopped = new AbortController();
  const deaths: number[] = [];
  let child: Child | undefined = await startChild(program, supervision);

  const keepAlive = async (): Promise<void> => {
    while (!isAborted(stopped.signal)) {
      const how = child ? describe(await child.exited) : 'failed to start';
      child = undefined;
      if (isAborted(stopped.signal)) return;

      deaths.push(Date.now());
      const recent = deaths.filter((at) => at > Date.now() - patience.window).length;
      if (recent >= patience.deaths) {
        onGiveUp(tooOften(program, recent, how));
        return;
      }

      const wait = Math.min(patience.firstPause * 2 ** (recent - 1), patience.longestPause);
      say(`${program.name} ${how}; it is started again in ${(wait / 1000).toFixed(1)} s`);
      child = await restart(program, supervision, wait, stopped.signal);
      if (child && !isAborted(stopped.signal)) say(`${program.name} is back`);
    }
    await child?.stop(); // one that came back while it was being stopped
  };
  const keeping = keepAlive();

  return {
    name: program.name,
    get pid() {
      return child?.pid;
    },
    stop: async () => {
      stopped.abort();
      await child?.stop();
      await keeping;
    },
    kill: () => {
      stopped.abort();
      child?.kill();
    },
  };
};

const restart = async (program: Program, supervision: Supervision, wait: number, stopped: AbortSignal) => {
  try {
    await pause(wait, undefined, { signal: stopped });
    const child = await startChild(program, supervision);
    if (isAborted(stopped)) await child.stop();
    return child;
  } catch (error) {
    if (!isAborted(stopped)) supervision.say(`${program.name}: ${(error as Error).message}`);
    return undefined;
  }
};

const isAborted = (signal: AbortSignal): boolean => signal.aborted; // a function, for it changes while one waits

const describe = ({ code, signal }: { code: number | null; signal: string | null }): string =>
  signal ? `was ended by ${signal}` : `ended with exit code ${String(code)}`;

const tooOften = (program: Program, deaths: number, how: string): StartFault =>
  new StartFault(
    `${program.name} died ${deaths} times in a short while (it ${how}), so everything is stopped: its log says why.`,
  );
