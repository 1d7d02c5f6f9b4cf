import type { Foundations } from './foundations.js';
import type { Secrets } from './secrets.js';

export interface ProcessSettings {
  env: NodeJS.ProcessEnv;
  host: string;
  apiPort: number;
  workersPort: number;
  demo: boolean;
  secrets: Secrets;
  foundations: Foundations;
  filesFolder: string;
}

/** The environment (as config.ts reads it) of API, workers and tools; what the user set himself stands. */
export const processEnvironment = (settings: ProcessSettings): NodeJS.ProcessEnv => {
  const { env, host, apiPort, workersPort, demo, secrets, foundations, filesFolder } = settings;
  return {
    SESSION_SECRET: secrets.sessionSecret,
    IDENTITY_KEY: secrets.identityKey,
    ADMIN_PASSWORD: secrets.adminPassword,
    ...env,
    HOST: host,
    PORT: String(apiPort),
    WORKERS_PORT: String(workersPort),
    MONGODB_URI: foundations.mongodbUri,
    ZEEBE_GRPC_ADDRESS: foundations.grpcAddress,
    ZEEBE_REST_ADDRESS: foundations.restAddress,
    DATA_DIR: filesFolder,
    ...(demo ? { HUIYIN_DEMO: 'true', DEMO_PASSWORD: secrets.demoPassword } : { HUIYIN_DEMO: 'false' }),
  };
};
