import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exclusively } from '../exclusively.js';
import { step } from '../progress.js';
import { lastLines, runProgram } from '../run-program.js';
import { answers } from './hello.js';
import { findPython, type Python } from './python.js';
import { databaseName, type Search, type Way } from './way.js';

const version = '0.7.0b3';

/** SecantusDB, a server of MongoDB's protocol from PyPI: works where only package registries are within reach. */
export const secantusdb: Way = {
  name: 'SecantusDB from PyPI',
  format: 'secantusdb',
  find: async (search) => {
    const python = await findPython(search.env);
    if ('reason' in python) return python;
    try {
      return await start(await installSecantusdb(python, search), search);
    } catch (error) {
      return { reason: (error as Error).message };
    }
  },
};

const start = async (python: string, { dataFolder, port, run }: Search) => {
  const storage = join(dataFolder, 'secantusdb');
  // It keeps the answers of the last 10,000 writes that a driver may repeat, and sorts them all at each further one.
  const uri = `mongodb://127.0.0.1:${port}/${databaseName}?directConnection=true&retryWrites=false`;
  await mkdir(storage, { recursive: true });
  const running = await run({
    name: 'database',
    command: python,
    // As a module: the script's first line cannot name an interpreter in a folder with spaces.
    args: ['-m', 'secantus', '--port', String(port), '--storage-path', storage, '--log-level', 'WARNING'],
    isReady: () => answers(uri),
    startLimit: 60,
    stopLimit: 30,
  });
  return { what: `SecantusDB ${version}, data in ${storage}`, uri, running };
};

/** Path of the Python in a virtual environment that has SecantusDB; made once, for all of this machine's starts and tests. */
export const installSecantusdb = async (
  python: Python,
  { cacheFolder, say, env }: Pick<Search, 'cacheFolder' | 'say' | 'env'>,
): Promise<string> => {
  const folder = join(cacheFolder, `secantusdb-${version}`);
  const program = process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
  const mark = join(folder, 'installed');
  if (await isThere(mark)) return program;

  await exclusively(join(cacheFolder, 'secantusdb-install'), async () => {
    if (await isThere(mark)) return; // another process installed it meanwhile
    await rm(folder, { recursive: true, force: true });
    await step(say, `installing SecantusDB ${version} from PyPI (about 40 MB)`, async () => {
      await succeed(python.command, [...python.args, '-m', 'venv', folder], env);
      await succeed(program, ['-m', 'pip', 'install', '--quiet', `SecantusDB==${version}`], env);
    });
    await writeFile(mark, '');
  });
  return program;
};

const succeed = async (command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> => {
  const { code, output, timedOut } = await runProgram(command, args, { env, limit: 300_000 });
  if (code !== 0)
    throw new Error(
      timedOut ? 'its installation took longer than 5 min' : `it cannot be installed: ${lastLines(output)}`,
    );
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
