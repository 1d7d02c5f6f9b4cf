import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { outputSink } from './child-output.js';
import type { Exit, Output, Program } from './program.js';
import { canSignalGroups, isTracked, signalGroup, track, untrack } from './groups.js';
import { StartFault } from './start-fault.js';

/** One running program, from the moment it serves. */
export interface Child {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Asks it to end, kills it after its limit, resolves when it is gone. */
  stop(): Promise<void>;
  /** Kills it and all it started. */
  kill(): void;
}

/**
 * Starts a program in a process group of its own, so that the terminal's Ctrl-C reaches only the parent, which then stops
 * its children in order. Thrown StartFault when it ends or lets its limit pass before it serves; nothing is left running.
 */
export const startChild = async (program: Program, output: Output): Promise<Child> => {
  const { child, lines } = launch(program, output);
  const started = await child;
  await output.onStart?.(started.pid);
  const limit = AbortSignal.timeout(program.startLimit * 1000);
  let exit: Exit | undefined;
  void started.exited.then((how) => (exit = how));

  while (!(await program.isReady(lines))) {
    if (exit) throw new StartFault(explain(program, exit, lines));
    if (limit.aborted) {
      started.kill();
      await started.exited;
      throw new StartFault(`${program.name} did not serve within ${program.startLimit} s: ${tail(lines)}`);
    }
    await pause(50);
  }
  return started;
};

const launch = (program: Program, output: Output): { child: Promise<Child>; lines: string[] } => {
  const { command, args, cwd, env } = program;
  const spawned = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: canSignalGroups });
  const lines: string[] = [];
  const sink = outputSink(program.name, output);
  const collect = (line: string): void => {
    lines.push(line);
    if (lines.length > 200) lines.shift();
    sink.write(line);
  };
  readLines(spawned.stdout, collect);
  readLines(spawned.stderr, collect);

  const exited = new Promise<Exit>((resolve) => {
    spawned.once('close', (code, signal) => {
      if (spawned.pid) untrack(spawned.pid);
      sink.close();
      resolve({ code, signal });
    });
  });
  const child = new Promise<Child>((resolve, reject) => {
    spawned.once('error', (error) => reject(new StartFault(`${program.name} cannot be started: ${error.message}`)));
    spawned.once('spawn', () => resolve(handle(spawned.pid ?? 0, exited, program.stopLimit)));
  });
  return { child, lines };
};

const handle = (pid: number, exited: Promise<Exit>, stopLimit: number): Child => {
  track(pid);
  const kill = (): void => signalGroup(pid, 'SIGKILL');

  return {
    pid,
    exited,
    kill,
    stop: async () => {
      if (!isTracked(pid)) return;
      signalGroup(pid, 'SIGTERM');
      const timer = setTimeout(kill, stopLimit * 1000);
      await exited;
      clearTimeout(timer);
    },
  };
};

const readLines = (stream: Readable, onLine: (line: string) => void): void => {
  createInterface({ input: stream, crlfDelay: Infinity }).on('line', onLine);
};

const explain = (program: Program, { code, signal }: Exit, lines: readonly string[]): string =>
  program.explain?.(code, lines) ??
  `${program.name} ended before it served (${signal ?? `exit code ${String(code)}`}): ${tail(lines)}`;

const tail = (lines: readonly string[]): string =>
  lines
    .filter((line) => line.trim() !== '')
    .slice(-3)
    .join(' / ') || 'it said nothing';
