import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PortWish } from './ports.js';
import { StartFault } from './start-fault.js';

/** What `npm start` was asked to do. */
export interface StartOptions {
  dataDir: string;
  host: string;
  ports: StackPorts;
  /** Accounts for a trial, with a random password of this installation. */
  demo: boolean;
  help: boolean;
}

export type StackPorts = Record<'api' | 'workers' | 'grpc' | 'rest' | 'database', PortWish>;

export const usage = `npm start -- [options]
  --port <n>      port of the pages and the API (PORT, 3000)
  --host <name>   address they listen on (HOST, 127.0.0.1)
  --data <path>   folder of all data (DATA_DIR, ./data)
  --no-demo       no demo accounts
MONGODB_URI, ZEEBE_GRPC_ADDRESS and ZEEBE_REST_ADDRESS name a database or a cluster that runs already.`;

type Source = Readonly<Record<string, string | undefined>>;

/** Thrown StartFault for an option that does not exist or a port that is none. */
export const readOptions = (args: readonly string[], env: Source): StartOptions => {
  const given = parse(args);
  return {
    dataDir: resolve(given.data ?? env.DATA_DIR ?? 'data'),
    host: given.host ?? env.HOST ?? '127.0.0.1',
    ports: stackPorts(given.port === undefined ? env : { ...env, PORT: given.port }),
    demo: given.demo !== false && env.NODE_ENV !== 'production',
    help: given.help ?? false,
  };
};

/** The ports the environment asks for. Only the pages' own is insisted on by default: people type it. */
export const stackPorts = (env: Source): StackPorts => ({
  api: { ...wish(env, 'PORT', 'the pages and the API', 3000), fixed: true, change: '--port <number> or PORT' },
  workers: wish(env, 'WORKERS_PORT', "the workers' health page", 3001),
  grpc: wish(env, 'ENGINE_GRPC_PORT', "the engine's gRPC", 26500),
  rest: wish(env, 'ENGINE_REST_PORT', "the engine's REST API", 8080),
  database: wish(env, 'DATABASE_PORT', 'the database', 27117),
});

const wish = (env: Source, name: string, purpose: string, usual: number): PortWish => {
  const text = env[name]?.trim();
  const port = text ? Number(text) : usual;
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new StartFault(
      `${name} is ${JSON.stringify(text)}, but a port is a whole number from 0 to 65535, for example ${usual}.`,
    );
  return { purpose, port, fixed: Boolean(text), change: name };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new StartFault(
      `${(error as Error).message.split('. ')[0] ?? ''}; \`npm start -- --help\` lists the options.`,
      {
        cause: error,
      },
    );
  }
};
