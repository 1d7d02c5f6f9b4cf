import { resolve } from 'node:path';
import { Environment } from './environment.js';

export { ConfigError } from './environment.js';

/** Where the engine and the database are: all that a command-line tool needs. */
export interface Connections {
  mongodbUri: string;
  engine: {
    /** `host:port`, or `grpcs://host:port` for TLS. */
    grpcAddress: string;
    /** `http://host:port`, without `/v2`. */
    restAddress: string;
    /** Log-in to a cluster, by the names of @camunda8/sdk, so that its documentation holds here too. */
    sdk: Readonly<Record<string, string>>;
  };
  /** Folder names in bpmn/; undefined means all of them. */
  localities: string[] | undefined;
  logLevel: (typeof logLevels)[number];
  /** NODE_ENV is `production`. */
  production: boolean;
}

/** What the processes of a running system need besides. */
export interface Config extends Connections {
  host: string;
  port: number;
  /** Signs sessions and the look-up codes of citizens. */
  sessionSecret: string;
  /** 32 bytes: seals callers' identity and keys the hash of their phone. */
  identityKey: Buffer;
  /** Absolute. Holds what is neither in the database nor in the engine. */
  dataDir: string;
  /** Largest file that people may upload, bytes. */
  maxFileBytes: number;
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  trustProxy: number;
  /** Set when demo accounts are wanted: the password they all share. */
  demoPassword: string | undefined;
  /** Password of the first administrator, used only while there is none. */
  adminPassword: string | undefined;
  /** Address of Camunda Operate, without a path below it; without it pages show no link there. */
  operateUrl: string | undefined;
  /** Where messages to people go out (SMS, telephone, WeChat, mail); without it they only stand on the outbox page. */
  gateway: { url: string; secret: string } | undefined;
  /** A tile server for the pages' map, as the operator has one; the map does without. */
  mapTiles: { address: string; attribution: string } | undefined;
  /** Signing in at a provider beside the local accounts. */
  oidc: { name: string; issuer: string; clientId: string; clientSecret: string; userClaim: string } | undefined;
  workers: {
    host: string;
    /** Port of the workers' own /health, /ready and /metrics. */
    port: number;
    /** Jobs of one type that are in hand at the same time. */
    jobs: number;
    listenerJobs: number;
    /** How long a stop waits for the jobs in hand, seconds. */
    drainSeconds: number;
  };
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type Source = Readonly<Record<string, string | undefined>>;

/** Thrown ConfigError with every fault in one message. */
export const readConfig = (source: Source): Config => {
  const env = new Environment(source);
  const config = { ...connections(env), ...processes(env) };
  env.check();
  return config;
};

/** The part a command-line tool needs, so that it asks for no secret it does not use. Thrown ConfigError as above. */
export const readConnections = (source: Source): Connections => {
  const env = new Environment(source);
  const config = connections(env);
  env.check();
  return config;
};

const connections = (env: Environment): Connections => ({
  mongodbUri: env.address(
    'MONGODB_URI',
    ['mongodb:', 'mongodb+srv:'],
    'mongodb://127.0.0.1:27017/huiyin?replicaSet=rs0',
  ),
  engine: {
    grpcAddress: env.value('ZEEBE_GRPC_ADDRESS', grpcRule, readGrpc, '127.0.0.1:26500'),
    restAddress: env.address(
      'ZEEBE_REST_ADDRESS',
      ['http:', 'https:'],
      'http://127.0.0.1:8080',
      'http://127.0.0.1:8080',
    ),
    sdk: credentials(env),
  },
  localities: env.optional('LOCALITIES', localityRule, readLocalities),
  logLevel: env.choice('LOG_LEVEL', logLevels, 'info'),
  production: env.choice('NODE_ENV', ['production', 'development', 'test'], 'development') === 'production',
});

const processes = (env: Environment): Omit<Config, keyof Connections> => ({
  host: env.value('HOST', hostRule, readHost, '127.0.0.1'),
  port: env.whole('PORT', { min: 0, max: 65535, fallback: 3000 }),
  sessionSecret: env.secret('SESSION_SECRET', 32),
  identityKey: env.value('IDENTITY_KEY', keyRule, readKey),
  dataDir: resolve(env.value('DATA_DIR', { allowed: 'a folder', example: './data' }, (text) => text, 'data')),
  maxFileBytes: env.whole('MAX_FILE_MB', { min: 1, max: 200, fallback: 20 }) * 1024 * 1024,
  trustProxy: env.whole('TRUST_PROXY', { min: 0, max: 9, fallback: 0 }),
  demoPassword: demoPassword(env),
  adminPassword: env.has('ADMIN_PASSWORD') ? env.secret('ADMIN_PASSWORD', 12) : undefined,
  operateUrl: env.has('OPERATE_URL')
    ? env.address('OPERATE_URL', ['http:', 'https:'], 'http://localhost:8088/operate')
    : undefined,
  gateway: env.has('MESSAGE_GATEWAY_URL')
    ? {
        url: env.address('MESSAGE_GATEWAY_URL', ['http:', 'https:'], 'https://messages.example.cn/send'),
        secret: env.secret('MESSAGE_GATEWAY_SECRET', 32),
      }
    : undefined,
  mapTiles: env.has('MAP_TILES')
    ? {
        address: env.value('MAP_TILES', tilesRule, readTiles),
        attribution: env.value('MAP_ATTRIBUTION', nameRule, (text) => text, ''),
      }
    : undefined,
  oidc: oidc(env),
  workers: {
    host: env.value('WORKERS_HOST', hostRule, readHost, '127.0.0.1'),
    port: env.whole('WORKERS_PORT', { min: 0, max: 65535, fallback: 3001 }),
    jobs: env.whole('WORKER_JOBS', { min: 1, max: 500, fallback: 8 }),
    listenerJobs: env.whole('WORKER_LISTENER_JOBS', { min: 1, max: 500, fallback: 16 }),
    drainSeconds: env.whole('WORKER_DRAIN_SECONDS', { min: 0, max: 600, fallback: 20 }),
  },
});

const demoPassword = (env: Environment): string | undefined => {
  if (!env.flag('HUIYIN_DEMO')) return undefined;
  if (env.choice('NODE_ENV', ['production', 'development', 'test'], 'development') === 'production')
    env.refuse(
      'HUIYIN_DEMO: found "true" with NODE_ENV=production; demo accounts are for a trial only, unset one of the two',
    );
  return env.secret('DEMO_PASSWORD', 8);
};

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_USER_CLAIM', 'OIDC_NAME'];

/** All of it or nothing: one that is set asks for the others. */
const oidc = (env: Environment): Config['oidc'] => {
  if (!oidcNames.some((name) => env.has(name))) return undefined;

  return {
    issuer: env.value('OIDC_ISSUER', issuerRule, readIssuer),
    clientId: env.value('OIDC_CLIENT_ID', nameRule, (text) => text),
    clientSecret: env.secret('OIDC_CLIENT_SECRET', 16),
    userClaim: env.value('OIDC_USER_CLAIM', claimRule, readClaim, 'preferred_username'),
    name: env.value(
      'OIDC_NAME',
      { allowed: 'a short text', example: '统一身份认证' },
      (text) => text.slice(0, 20),
      '统一身份认证',
    ),
  };
};

const credentials = (env: Environment): Record<string, string> => {
  const strategy = env.choice('CAMUNDA_AUTH_STRATEGY', ['NONE', 'BASIC', 'OAUTH'], 'NONE');
  if (strategy === 'BASIC')
    return {
      CAMUNDA_AUTH_STRATEGY: strategy,
      CAMUNDA_BASIC_AUTH_USERNAME: env.value('CAMUNDA_BASIC_AUTH_USERNAME', nameRule, (text) => text),
      CAMUNDA_BASIC_AUTH_PASSWORD: env.secret('CAMUNDA_BASIC_AUTH_PASSWORD', 1),
    };
  if (strategy === 'OAUTH')
    return {
      CAMUNDA_AUTH_STRATEGY: strategy,
      ZEEBE_CLIENT_ID: env.value('ZEEBE_CLIENT_ID', nameRule, (text) => text),
      ZEEBE_CLIENT_SECRET: env.secret('ZEEBE_CLIENT_SECRET', 1),
      CAMUNDA_OAUTH_URL: env.address('CAMUNDA_OAUTH_URL', ['http:', 'https:'], 'https://login.example.cn/oauth/token'),
      CAMUNDA_ZEEBE_OAUTH_AUDIENCE: env.value('CAMUNDA_ZEEBE_OAUTH_AUDIENCE', nameRule, (text) => text, 'zeebe-api'),
    };
  return { CAMUNDA_AUTH_STRATEGY: strategy };
};

const grpcRule = { allowed: 'host:port, grpc://host:port or grpcs://host:port', example: '127.0.0.1:26500' };
const hostRule = { allowed: 'an address to listen on', example: '127.0.0.1' };
const keyRule = { allowed: '32 bytes in base64', example: 'what `openssl rand -base64 32` prints', secret: true };
const localityRule = { allowed: 'folder names of bpmn/ with commas between', example: 'first-city,second-city' };
const tilesRule = {
  allowed: 'an address of tiles with {z}, {x} and {y}',
  example: 'https://tiles.example.cn/{z}/{x}/{y}.png',
};
const claimRule = { allowed: 'the name of a claim that holds our user id', example: 'preferred_username' };
const issuerRule = {
  allowed: 'an address that begins with https:// (http:// only for this machine), without query',
  example: 'https://login.example.cn/realms/city',
};
const nameRule = { allowed: 'a text', example: 'huiyin' };

const readGrpc = (text: string): string | undefined =>
  /^(grpcs?:\/\/)?[^\s/:]+:\d{1,5}$/.test(text) ? text : undefined;
const readHost = (text: string): string | undefined => (/^[0-9a-zA-Z.:-]+$/.test(text) ? text : undefined);

const readClaim = (text: string): string | undefined => (/^[\w:./-]{1,120}$/.test(text) ? text : undefined);
const readIssuer = (text: string): string | undefined =>
  /^(https:\/\/[^\s?#]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/[^\s?#]*)?)$/.test(text) ? text : undefined;

const readKey = (text: string): Buffer | undefined => {
  const key = Buffer.from(text, 'base64');
  return key.length === 32 && key.toString('base64') === text ? key : undefined;
};

const readTiles = (text: string): string | undefined =>
  /^https?:\/\/[^/\s]+\/\S*$/.test(text) && ['{z}', '{x}', '{y}'].every((part) => text.includes(part))
    ? text
    : undefined;

const readLocalities = (text: string): string[] | undefined => {
  const names = text.split(',').map((name) => name.trim());
  return names.every((name) => /^[a-z][a-z0-9-]*$/.test(name)) ? names : undefined;
};
