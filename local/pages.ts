import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exclusively } from './exclusively.js';
import { type Say, step } from './progress.js';
import { runProgram, lastLines } from './run-program.js';
import { StartFault } from './start-fault.js';

/** What the pages are made of. */
export const PAGE_SOURCES: readonly string[] = ['web', 'api/contract', 'forms', 'domain', 'package-lock.json'];

/** Builds the pages into `web/dist` when they are missing or their sources changed. Thrown StartFault when that fails. */
export const buildPages = async (root: string, say: Say): Promise<void> => {
  const wanted = await fingerprint(root);
  const note = join(root, 'web', 'dist', 'built-from');
  const isBuilt = async (): Promise<boolean> => (await readFile(note, 'utf8').catch(() => '')) === wanted;
  if (await isBuilt()) return;

  await mkdir(join(root, '.cache'), { recursive: true });
  await exclusively(join(root, '.cache', 'pages-build'), async () => {
    if (await isBuilt()) return; // another process built them meanwhile
    await step(say, 'building the pages', async () => {
      const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
      const { code, output } = await runProgram(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn'], {
        cwd: root,
      });
      if (code !== 0) throw new StartFault(`The pages cannot be built:\n${lastLines(output, 20)}`);
    });
    await writeFile(note, wanted);
  });
};

/** Of contents, not times: a checkout changes the times. */
const fingerprint = async (root: string): Promise<string> => {
  const hash = createHash('sha256');
  for (const source of PAGE_SOURCES)
    for (const path of await filesOf(join(root, source)))
      hash.update(path.slice(root.length)).update(await readFile(path));
  return hash.digest('hex').slice(0, 16);
};

const filesOf = async (path: string): Promise<string[]> => {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(path, 'dist')))
    .sort();
};
