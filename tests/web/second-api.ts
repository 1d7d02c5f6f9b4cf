import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../local/ports.js';
import { root } from '../support/throw-away.js';
import { until } from '../support/until.js';
import type { WebStage } from './stage.js';

/** Another API process on the stage's database and engine, where sessions hold as well. */
export interface SecondApi {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param settings what is set otherwise than in the stage; `undefined` is not set at all */
export async function secondApi({ tools }: WebStage, settings: NodeJS.ProcessEnv): Promise<SecondApi> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...tools, HOST: '127.0.0.1', PORT: String(port), HUIYIN_DEMO: 'false', ...settings };
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], { cwd: root, env, stdio: 'pipe' });
  process.once('exit', () => child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the second API ended: ${said}`);

    return (await fetch(`${url}/api/health`).catch(() => undefined))?.ok === true;
  }, 120_000);

  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
