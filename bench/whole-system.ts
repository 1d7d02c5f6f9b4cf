import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { stackPorts } from '../local/options.js';
import { type Say, step } from '../local/progress.js';
import { root } from '../local/root.js';
import { type Stack, startStack } from '../local/stack.js';
import { localityIds } from '../procedures/localities.js';
import type { Closing } from './closing.js';

export interface WholeSystem extends Stack {
  /** `mongod` or `secantusdb`. */
  database: string;
}

/** Its cases go to this city's centre. */
export const LOCALITY = localityIds(join(root, 'bpmn'))[0] ?? '';

const ANY_PORT = { PORT: '0', WORKERS_PORT: '0', ENGINE_GRPC_PORT: '0', ENGINE_REST_PORT: '0', DATABASE_PORT: '0' };

/** Starts a system as `npm start` does, each part a process of its own, with data that are thrown away. */
export async function startWholeSystem(say: Say, closing: Closing): Promise<WholeSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'huiyin-bench-system-'));
  closing.add(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  const env = { ...ownEnvironment(), LOCALITIES: LOCALITY };
  const onGiveUp = (fault: Error): void => say(fault.message);
  const options = { root, dataDir, host: '127.0.0.1', ports: stackPorts(ANY_PORT), demo: true, env, say, onGiveUp };
  const stack = await step(say, 'a whole system', () =>
    startStack(options, (stopper) => closing.add(() => stopper.stop(() => undefined))),
  );
  const database = await readFile(join(dataDir, 'database', 'format'), 'utf8');

  return { ...stack, database: database.trim() };
}

/** Without what would lead the bench to a database or a cluster with real cases. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const own = { ...process.env };
  for (const name of ['MONGODB_URI', 'ZEEBE_GRPC_ADDRESS', 'ZEEBE_REST_ADDRESS', 'NODE_ENV', 'SESSION_SECRET'])
    Reflect.deleteProperty(own, name);

  return own;
}
