import { access, constants, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { runProgram } from '../run-program.js';
import { ensureReplicaSet } from './replica-set.js';
import { databaseName, type FoundDatabase, type NotFound, type Search, type Way } from './way.js';

/** A mongod that is installed on this machine. */
export const mongodOnPath: Way = {
  name: 'mongod on the PATH',
  format: 'mongod',
  find: async (search) => {
    const program = await programOnPath('mongod', search.env.PATH);
    return program === undefined ? { reason: 'there is none' } : startMongod(program, search);
  },
};

/** Starts this mongod as a replica set of one node: change streams need a set. */
export const startMongod = async (program: string, search: Search): Promise<FoundDatabase | NotFound> => {
  const { dataFolder, port, run } = search;
  const dbpath = join(dataFolder, 'mongod');
  const uri = `mongodb://127.0.0.1:${port}/${databaseName}?directConnection=true`;
  try {
    const version = await mongodVersion(program);
    await mkdir(dbpath, { recursive: true });
    const running = await run({
      name: 'database',
      command: program,
      args: ['--dbpath', dbpath, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'huiyin'],
      isReady: () => ensureReplicaSet(uri, port),
      startLimit: 60,
      stopLimit: 30,
    });
    return { what: `mongod ${version} (${program}), data in ${dbpath}`, uri, running };
  } catch (error) {
    return { reason: `${program} does not run: ${(error as Error).message}` };
  }
};

const mongodVersion = async (program: string): Promise<string> => {
  const { code, output } = await runProgram(program, ['--version'], { limit: 10_000 });
  if (code !== 0) throw new Error(`\`mongod --version\` ended with exit code ${String(code)}`);
  return /v?(\d+\.\d+\.\d+\S*)/.exec(output)?.[1] ?? 'of unknown version';
};

/** Full path of the first executable of this name. */
export const programOnPath = async (name: string, path = ''): Promise<string | undefined> => {
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name];
  for (const folder of path.split(delimiter).filter((each) => each !== ''))
    for (const each of names) {
      const candidate = join(folder, each);
      if (
        await access(candidate, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return candidate;
    }
  return undefined;
};
