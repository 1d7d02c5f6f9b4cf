import { spawn } from 'node:child_process';
import { canSignalGroups, signalGroup, track, untrack } from './groups.js';

export interface Outcome {
  /** null when it was ended by a signal, or by the time limit. */
  code: number | null;
  /** Both streams in their order. */
  output: string;
  timedOut: boolean;
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Ends the program after so many milliseconds. */
  limit?: number;
  /** Given every piece of output as it comes. */
  onOutput?: (text: string) => void;
}

/** Runs a program to its end. Thrown Error (ENOENT …) when it cannot be started at all. */
export const runProgram = (command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const { cwd, env, limit, onOutput } = options;
    const abort = limit === undefined ? new AbortController().signal : AbortSignal.timeout(limit);
    // A group of its own: the terminal's Ctrl-C reaches only the parent, and grandchildren end with the child.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: canSignalGroups });
    let output = '';
    const collect = (text: string): void => {
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding('utf8');
    child.stderr.setEncoding('utf8');
    child.once('error', reject);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const { pid } = child;
    if (pid === undefined) return;
    track(pid);
    const kill = (): void => signalGroup(pid, 'SIGKILL');
    abort.addEventListener('abort', kill, { once: true });
    child.once('close', (code) => {
      untrack(pid);
      abort.removeEventListener('abort', kill);
      resolve({ code, output, timedOut: abort.aborted });
    });
  });

/** The last lines that say something, for a one-sentence fault. */
export const lastLines = (output: string, count = 3): string =>
  output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-count)
    .join(' / ');
