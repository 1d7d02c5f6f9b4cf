import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../local/exclusively.js';
import { signalGroup } from '../../local/groups.js';
import { freePort } from '../../local/ports.js';
import { root, throwAwayFolder } from './throw-away.js';
import { until } from './until.js';

/** `npm start` as a person types it, or what came of it. */
export interface Start {
  readonly output: string;
  readonly pid: number;
  readonly exitCode: number | null | undefined;
  readonly port: number;
  /** Resolves with the whole output when this text has been written. Thrown Error when the command ends without. */
  said(text: string | RegExp, limitMillis?: number): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Resolves with the exit code, null when it was killed. */
  ended(limitMillis?: number): Promise<number | null>;
  /** Processes it had running, by name; also readable after it ended. */
  processes(): Record<string, number>;
}

export interface StartSettings {
  dataDir?: string;
  folder?: string;
  port?: number;
  env?: NodeJS.ProcessEnv;
  args?: readonly string[];
}

const started = new Set<{ child: ChildProcess; dataDir: string }>();
// Before the folders are removed, in which the processes are listed.
process.prependOnceListener('exit', () => {
  for (const { child, dataDir } of started) {
    child.kill('SIGKILL');
    listed(dataDir).forEach(({ pid }) => signalGroup(pid, 'SIGKILL'));
  }
});

/** The processes a start has noted as its own. */
const listed = (dataDir: string): { name: string; pid: number }[] => {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'processes.json'), 'utf8')) as { name: string; pid: number }[];
  } catch {
    return [];
  }
};

/** Runs the real command on ports of its own. */
export const startCommand = async (settings: StartSettings = {}): Promise<Start> => {
  const { folder = root, env = process.env, args = [] } = settings;
  const dataDir = settings.dataDir ?? (await throwAwayFolder('data'));
  const port = settings.port ?? (await freePort());
  const ports = { WORKERS_PORT: '0', ENGINE_GRPC_PORT: '0', ENGINE_REST_PORT: '0', DATABASE_PORT: '0' };
  const command = ['local/start.mjs', '--data', dataDir, '--port', String(port), ...args];
  const child = spawn(process.execPath, command, { cwd: folder, env: { ...ports, ...env }, stdio: 'pipe' });
  started.add({ child, dataDir });
  return watch(child, port, dataDir);
};

const watch = (child: ChildProcess, port: number, dataDir: string): Start => {
  let output = '';
  let exitCode: number | null | undefined;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.once('close', (code) => (exitCode = code));
  let known: Record<string, number> = {};

  return {
    port,
    pid: child.pid!,
    get output() {
      return output;
    },
    get exitCode() {
      return exitCode;
    },
    said: async (text, limitMillis = 120_000) => {
      const isSaid = (): boolean => (typeof text === 'string' ? output.includes(text) : text.test(output));
      await until(() => isSaid() || exitCode !== undefined, limitMillis).catch(() => undefined);
      if (!isSaid()) throw new Error(`never said ${String(text)} (exit code ${String(exitCode)}):\n${output}`);
      return output;
    },
    signal: (name) => child.kill(name),
    ended: async (limitMillis = 120_000) => {
      await until(() => exitCode !== undefined, limitMillis);
      return exitCode ?? null;
    },
    processes: () => {
      const list = listed(dataDir);
      if (list.length > 0) known = Object.fromEntries(list.map(({ name, pid }) => [name, pid]));
      return known;
    },
  };
};

/** Names of those that still run. */
export const stillAlive = (processes: Record<string, number>): string[] =>
  Object.entries(processes).flatMap(([name, pid]) => (isAlive(pid) ? [name] : []));
