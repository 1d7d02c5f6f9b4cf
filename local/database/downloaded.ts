import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from '../progress.js';
import { lastLines, type Outcome, runProgram } from '../run-program.js';
import { startMongod } from './mongod.js';
import type { Way } from './way.js';

const program = fileURLToPath(new URL('download-mongod.mjs', import.meta.url));
const minutes = 5;

/** A mongod that mongodb-memory-server downloads, once; the data is kept like that of an installed one. */
export const downloaded: Way = {
  name: 'a downloaded mongod',
  format: 'mongod',
  find: async (search) => {
    const { cacheFolder, env, say } = search;
    const folder = join(cacheFolder, 'mongod');
    await mkdir(folder, { recursive: true });
    const run = (act: 'look' | 'fetch'): Promise<Outcome> =>
      runProgram(process.execPath, [program, act, folder], { env, limit: minutes * 60_000 });

    const kept = await run('look');
    if (kept.code === 0) return startMongod(lastLines(kept.output, 1), search);

    const fetched = await step(say, 'looking for a mongod to download (about 100 MB)', () => run('fetch'));
    if (fetched.timedOut) return { reason: `its download takes longer than ${minutes} min` };
    if (fetched.code !== 0) return { reason: lastLines(fetched.output, 1) };
    return startMongod(lastLines(fetched.output, 1), search);
  },
};
