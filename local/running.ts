import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { layout } from './data-folder.js';
import type { Foundations } from './foundations.js';
import { root } from './root.js';

/** Tells commands that are run beside the system (`npm run procedures`) where its database and engine are. */
export const tellRunning = (file: string, { mongodbUri, grpcAddress, restAddress }: Foundations): Promise<void> => {
  const variables = { MONGODB_URI: mongodbUri, ZEEBE_GRPC_ADDRESS: grpcAddress, ZEEBE_REST_ADDRESS: restAddress };
  return writeFile(file, JSON.stringify(variables, null, 2), { mode: 0o600 }); // the address may hold a password
};

export const tellStopped = (file: string): Promise<void> => rm(file, { force: true });

/** Where the system that runs on this data folder is, in the variables of config.ts; nothing when none runs. */
export const readRunning = (dataDir = 'data'): NodeJS.ProcessEnv => {
  try {
    return JSON.parse(readFileSync(layout(resolve(root, dataDir)).running, 'utf8')) as NodeJS.ProcessEnv;
  } catch {
    return {};
  }
};
