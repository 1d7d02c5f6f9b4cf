import { isUp } from './health.js';
import type { Program } from './program.js';
import { root } from './root.js';

const tsx = import.meta.resolve('tsx');

/** A process of ours, run from its TypeScript; it serves when its `/ready` says so. */
export const nodeProgram = (name: string, file: string, url: string, env: NodeJS.ProcessEnv): Program => ({
  name,
  command: process.execPath,
  args: ['--import', tsx, file],
  env,
  cwd: root,
  isReady: () => isUp(`${url}/ready`),
  startLimit: 90,
  stopLimit: 40, // longer than the workers' own limit for jobs in hand
});
