import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { signalGroup } from './groups.js';
import type { Say } from './progress.js';
import { runProgram } from './run-program.js';
import { writeWhole } from './write-whole.js';

interface Noted {
  name: string;
  pid: number;
  /** When it started, in the words of `ps`: a number that was given to another program since does not match. */
  started: string;
}

/** Keeps a list on disk of the processes that run for a data folder, for the case that this one is killed. */
export const processList = (file: string) => {
  const noted = new Map<string, Noted>();
  let written = Promise.resolve();
  const write = (): Promise<void> =>
    (written = written.catch(() => undefined).then(() => writeWhole(file, JSON.stringify([...noted.values()]))));

  return {
    note: async (name: string, pid: number): Promise<void> => {
      noted.set(name, { name, pid, started: await startOf(pid) });
      await write();
    },
    clear: (): Promise<void> => {
      noted.clear();

      return write();
    },
  };
};

/** Ends what a start that was killed (kill -9, power) left running on this data folder. */
export const endLeftovers = async (file: string, say: Say): Promise<void> => {
  const noted = JSON.parse(await readFile(file, 'utf8').catch(() => '[]')) as Noted[];
  for (const each of noted.reverse()) {
    if (!(await isSame(each))) continue;
    say(`ending ${each.name} (process ${each.pid}), left over from a start that was cut off`);
    signalGroup(each.pid, 'SIGTERM');
    for (let tries = 0; tries < 100 && (await isSame(each)); tries += 1) await pause(200);
    if (await isSame(each)) signalGroup(each.pid, 'SIGKILL');
  }
};

const isSame = async ({ pid, started }: Noted): Promise<boolean> => started !== '' && (await startOf(pid)) === started;

/** Empty when there is no such process, or no `ps` (Windows). */
const startOf = async (pid: number): Promise<string> => {
  const asked = await runProgram('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => undefined);
  return asked?.code === 0 ? asked.output.trim() : '';
};
