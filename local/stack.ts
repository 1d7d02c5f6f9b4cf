import { join } from 'node:path';
import { openDataFolder } from './data-folder.js';
import { type Foundations, startFoundations } from './foundations.js';
import { endLeftovers } from './leftovers.js';
import { holdDataFolder } from './one-at-a-time.js';
import type { StackPorts } from './options.js';
import { choosePort } from './ports.js';
import { buildPages } from './pages.js';
import { processEnvironment } from './process-environment.js';
import { type Say, step } from './progress.js';
import { openRunner } from './runner.js';
import { tellRunning, tellStopped } from './running.js';
import { installationSecrets, type Secrets } from './secrets.js';
import type { StartFault } from './start-fault.js';
import type { Patience } from './supervise.js';
import { nodeProgram } from './node-program.js';

export interface StackOptions {
  /** The project's folder. */
  root: string;
  dataDir: string;
  host: string;
  ports: StackPorts;
  demo: boolean;
  env: NodeJS.ProcessEnv;
  say: Say;
  /** Called when a program died too often; the stack is then to be stopped. */
  onGiveUp: (fault: StartFault) => void;
  patience?: Patience;
}

/** A whole running system on one machine. */
export interface Stack extends Foundations {
  /** Address of the pages; the API is below `/api`. */
  url: string;
  workersUrl: string;
  secrets: Secrets;
}

/** Ends what a start began, also one that failed or still goes on. */
export interface Stoppable {
  /** API, workers, engine, database: each in order, jobs in hand finished. */
  stop(say: Say): Promise<void>;
  kill(): void;
}

/**
 * Starts database, engine, workers and API on one data folder and waits until all serve. `stopper` is handed over before the
 * first program starts, so that the caller can end a start halfway. Thrown StartFault; then call `stop`.
 */
export const startStack = async (options: StackOptions, onStopper: (stopper: Stoppable) => void): Promise<Stack> => {
  const { root, dataDir, host, ports, env, say, onGiveUp, patience } = options;
  const places = await openDataFolder(dataDir);
  const hold = await holdDataFolder(dataDir);
  const runner = openRunner({ places, say, onGiveUp, ...(patience && { patience }) });
  onStopper({
    stop: async (sayStop) => {
      await tellStopped(places.running);
      await runner.stop(sayStop).finally(() => hold.close());
    },
    kill: () => runner.kill(),
  });

  await endLeftovers(places.processes, say);
  const apiPort = await choosePort(ports.api, host);
  const workersPort = await choosePort(ports.workers);
  const secrets = await installationSecrets(places.secrets);
  await buildPages(root, say);
  const foundations = await startFoundations({ root, places, ports, env, say, runner });
  await tellRunning(places.running, foundations);
  const childEnv = processEnvironment({
    ...options,
    apiPort,
    workersPort,
    secrets,
    foundations,
    filesFolder: places.files,
  });
  await step(say, 'procedures of all localities', async () => {
    const { publishLocalities } = await import('./publish.js'); // late, for it takes a second to load
    await publishLocalities(root, childEnv, say);
  });

  const [url, workersUrl] = [`http://${reachable(host)}:${apiPort}`, `http://127.0.0.1:${workersPort}`];
  await step(say, 'workers', () =>
    runner.run(nodeProgram('workers', join(root, 'workers', 'main.ts'), workersUrl, childEnv)),
  );
  await step(say, 'API and pages', () => runner.run(nodeProgram('api', join(root, 'api', 'main.ts'), url, childEnv)));
  return { ...foundations, url, workersUrl, secrets };
};

/** An address to type for one that means "all". */
const reachable = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);
