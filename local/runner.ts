import type { Layout } from './data-folder.js';
import { processList } from './leftovers.js';
import { freshLog } from './log-files.js';
import type { Program } from './program.js';
import type { Say } from './progress.js';
import { StartFault } from './start-fault.js';
import { type Patience, type Running, supervise } from './supervise.js';

/** Starts the programs of one data folder and ends them in the reverse order. */
export interface Runner {
  readonly run: (program: Program) => Promise<Running>;
  /** Ends all, the last started first, each after the one before is gone. */
  stop(say: Say): Promise<void>;
  /** Ends all at once. */
  kill(): void;
}

export interface RunnerOptions {
  places: Layout;
  say: Say;
  /** Called when a program died too often. */
  onGiveUp: (fault: StartFault) => void;
  patience?: Patience;
}

export const openRunner = ({ places, say, onGiveUp, patience }: RunnerOptions): Runner => {
  const running: Running[] = [];
  const processes = processList(places.processes);
  const stopped = new AbortController();
  const isStopped = (): boolean => stopped.signal.aborted;

  return {
    run: async (program) => {
      if (isStopped()) throw new StartFault(`${program.name} is not started: everything is being stopped.`);
      const logFile = await freshLog(places.logs, program.name);
      const onStart = (pid: number): Promise<void> => processes.note(program.name, pid);
      const one = await supervise(program, { logFile, say, onGiveUp, onStart, ...(patience && { patience }) });
      if (isStopped()) await one.stop(); // asked to stop while it was starting
      running.push(one);
      return one;
    },
    stop: async (sayStop) => {
      stopped.abort();
      for (const one of running.splice(0).reverse()) {
        sayStop(`stopping ${one.name}`);
        await one.stop();
      }
      await processes.clear();
    },
    kill: () => running.forEach((one) => one.kill()),
  };
};
