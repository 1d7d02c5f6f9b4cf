import { engineJar } from '../engine/build.js';
import { engineProgram } from '../engine/host.js';
import { findJava } from '../java.js';
import { freePort } from '../ports.js';
import { supervise } from '../supervise.js';
import { root } from '../root.js';
import { endWithProcess, say, throwAwayFolder } from './ending.js';

/** A running engine host. */
export interface ThrowAwayEngine {
  /** `host:port` */
  grpcAddress: string;
  /** `http://host:port` */
  restAddress: string;
  dataFolder: string;
  /** Of the present process; undefined while it is being started again. */
  readonly pid: number | undefined;
  /** Stops the engine's clock at this moment; timers due by then fire. */
  pin(moment: Date): Promise<void>;
  /** Real time again. */
  resetClock(): Promise<void>;
  /** Resolves when the engine has nothing left to do by itself. Thrown Error when that takes longer than the limit. */
  idle(limitMillis?: number): Promise<void>;
  /** Due date of the timer that fires next. */
  nextTimer(): Promise<Date | undefined>;
  /** kill -9; the host is started again on the same data and ports. */
  kill(): void;
  /** Ends in order and stays ended. */
  stop(): Promise<void>;
}

/** An engine of one's own, on an empty folder unless one is given; it ends with this process at the latest. */
export const throwAwayEngine = async (dataFolder?: string): Promise<ThrowAwayEngine> => {
  const java = await findJava();
  const jar = process.env.ENGINE_JAR ?? (await engineJar(root, java, say));
  const folder = dataFolder ?? (await throwAwayFolder('engine'));
  const [grpcPort, restPort] = [await freePort(), await freePort()];
  const program = engineProgram({ java, jar, dataFolder: folder, grpcPort, restPort, shortLived: true });
  const running = await supervise(program, { say, onGiveUp: (fault) => say(fault.message) });
  endWithProcess(running);

  return {
    grpcAddress: `127.0.0.1:${grpcPort}`,
    restAddress: `http://127.0.0.1:${restPort}`,
    dataFolder: folder,
    get pid() {
      return running.pid;
    },
    ...steering(restPort),
    kill: () => {
      if (running.pid) process.kill(running.pid, 'SIGKILL');
    },
    stop: () => running.stop(),
  };
};

const steering = (restPort: number): Pick<ThrowAwayEngine, 'pin' | 'resetClock' | 'idle' | 'nextTimer'> => {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${restPort}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} of the engine answered ${answer.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };

  return {
    pin: async (moment) => {
      await call('PUT', '/v2/clock', { timestamp: moment.getTime() });
    },
    resetClock: async () => {
      await call('POST', '/v2/clock/reset');
    },
    idle: async (limitMillis = 60_000) => {
      const answer = (await call('POST', '/host/idle', { timeoutMs: limitMillis })) as Idleness;
      if (!answer.idle) throw new Error(`the engine was not idle after ${limitMillis} ms: ${workLeft(answer)}`);
    },
    nextTimer: async () => {
      const { dueDate } = (await call('GET', '/host/next-timer')) as { dueDate: string | null };
      return dueDate === null ? undefined : new Date(dueDate);
    },
  };
};

type Idleness =
  { idle: true } | { idle: false; jobs: { type: string; count: number; state: string }[]; dueTimers: number };

const workLeft = ({ jobs, dueTimers }: Idleness & { idle: false }): string =>
  [...jobs.map(({ type, count, state }) => `${count} × ${type} ${state}`), `${dueTimers} timers due`].join(', ');
