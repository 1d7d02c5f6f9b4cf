import { join } from 'node:path';
import type { Layout } from './data-folder.js';
import { findDatabase } from './database/find.js';
import { engineJar } from './engine/build.js';
import { isUp } from './health.js';
import { engineProgram } from './engine/host.js';
import { findJava, type Java } from './java.js';
import type { StackPorts } from './options.js';
import { choosePort } from './ports.js';
import { type Say, step } from './progress.js';
import type { Runner } from './runner.js';
import { StartFault } from './start-fault.js';

export interface Ground {
  /** The project's folder. */
  root: string;
  places: Layout;
  ports: StackPorts;
  env: NodeJS.ProcessEnv;
  say: Say;
  runner: Runner;
}

/** Where the database and the engine are. */
export interface Foundations {
  mongodbUri: string;
  grpcAddress: string;
  restAddress: string;
}

type Engine = Omit<Foundations, 'mongodbUri'>;

/** Finds or starts the database and the engine. Thrown StartFault; what was started is the runner's to end. */
export const startFoundations = async (ground: Ground): Promise<Foundations> => {
  const java = isCluster(ground.env) ? undefined : await findJava(); // first, for a missing one is found out at once
  const mongodbUri = await startDatabase(ground);
  return { mongodbUri, ...(java ? await startEngine(ground, java) : await findCluster(ground.env)) };
};

const startDatabase = async ({ root, places, ports, env, say, runner }: Ground): Promise<string> => {
  const port = env.MONGODB_URI ? 0 : await choosePort(ports.database);
  const cacheFolder = join(root, '.cache');
  const search = { env, dataFolder: places.database, cacheFolder, port, say, run: runner.run };
  const { what, uri } = await step(say, 'database', () => findDatabase(search));
  say(`  ${what}`);
  return uri;
};

const startEngine = async (ground: Ground, java: Java): Promise<Engine> => {
  const { root, places, ports, env, say, runner } = ground;
  const jar = env.ENGINE_JAR ?? (await engineJar(root, java, say));
  const [grpcPort, restPort] = [await choosePort(ports.grpc), await choosePort(ports.rest)];
  const program = engineProgram({ java, jar, dataFolder: places.engine, grpcPort, restPort });
  await step(say, 'engine', () => runner.run(program));
  say(`  Zeebe on Java ${java.version}, data in ${places.engine}`);
  return { grpcAddress: `127.0.0.1:${grpcPort}`, restAddress: `http://127.0.0.1:${restPort}` };
};

const isCluster = (env: NodeJS.ProcessEnv): boolean => Boolean(env.ZEEBE_GRPC_ADDRESS ?? env.ZEEBE_REST_ADDRESS);

/** Any answer will do here: a cluster may ask for credentials, which the parts that use it have. */
const findCluster = async (env: NodeJS.ProcessEnv): Promise<Engine> => {
  const { ZEEBE_GRPC_ADDRESS: grpcAddress, ZEEBE_REST_ADDRESS: restAddress } = env;
  if (!grpcAddress || !restAddress)
    throw new StartFault(
      'A cluster has two addresses: set both ZEEBE_GRPC_ADDRESS and ZEEBE_REST_ADDRESS, or neither to have an engine started here.',
    );
  if (!(await isUp(`${restAddress}/v2/topology`, true)))
    throw new StartFault(
      `The engine named by ZEEBE_REST_ADDRESS (${restAddress}) does not answer: start it, or unset both ZEEBE_ variables to have one started here.`,
    );
  return { grpcAddress, restAddress };
};
