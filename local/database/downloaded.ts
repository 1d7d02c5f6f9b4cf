import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from '../progress.js';
import { lastLines, runProgram } from '../run-program.js';
import { startMongod } from './mongod.js';
import type { Way } from './way.js';

const usualHost = 'https://fastdl.mongodb.org';
const reachLimit = 5_000;
const downloadLimit = 300_000;

/** A mongod that mongodb-memory-server downloads, once; the data is kept like that of an installed one. */
export const downloaded: Way = {
  name: 'a downloaded mongod',
  format: 'mongod',
  find: async (search) => {
    const folder = join(search.cacheFolder, 'mongod');
    await mkdir(folder, { recursive: true });
    const kept = await getPath(folder, { ...search.env, MONGOMS_RUNTIME_DOWNLOAD: 'false' }, reachLimit);
    if (kept.code === 0) return startMongod(lastLines(kept.output, 1), search);
    const host = search.env.MONGOMS_DOWNLOAD_MIRROR ?? usualHost;
    if (!(await isReachable(host))) return { reason: `${host} does not answer` };

    const fetched = await step(search.say, 'downloading mongod (about 100 MB)', () =>
      getPath(folder, search.env, downloadLimit),
    );
    if (fetched.timedOut) return { reason: `the download from ${host} took longer than ${downloadLimit / 60_000} min` };
    if (fetched.code !== 0) return { reason: `the download from ${host} failed: ${lastLines(fetched.output, 1)}` };
    return startMongod(lastLines(fetched.output, 1), search);
  },
};

const getPath = (folder: string, env: NodeJS.ProcessEnv, limit: number) =>
  runProgram(process.execPath, [fileURLToPath(new URL('download-mongod.mjs', import.meta.url)), folder], {
    env,
    limit,
  });

const isReachable = (host: string): Promise<boolean> =>
  fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(reachLimit) }).then(
    () => true,
    () => false,
  );
