import type { Say } from './progress.js';

/** A program the stack runs: how it is started, when it serves, how it is ended. */
export interface Program {
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Whether it serves by now; asked again and again, with the last lines it wrote. */
  isReady: (lines: readonly string[]) => boolean | Promise<boolean>;
  /** Seconds it may take to serve. */
  startLimit: number;
  /** Seconds it may take to end after SIGTERM, before it is killed. */
  stopLimit: number;
  /** One sentence for a program that ended before it served, made from its exit code and last lines. */
  explain?: (code: number | null, lines: readonly string[]) => string | undefined;
}

/** How a program ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Where a program's output goes: everything to the file, warnings and errors also to the person. */
export interface Output {
  logFile?: string;
  say: Say;
  /** Told the process id of every start, before the program serves. */
  onStart?: (pid: number) => void | Promise<void>;
}
