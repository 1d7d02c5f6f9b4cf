import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartFault } from './start-fault.js';

/** Where things lie in the data folder of an installation. */
export const layout = (folder: string) => ({
  folder,
  database: join(folder, 'database'),
  engine: join(folder, 'engine'),
  logs: join(folder, 'logs'),
  files: join(folder, 'files'),
  secrets: join(folder, 'secrets.json'),
  processes: join(folder, 'processes.json'),
  running: join(folder, 'running.json'),
});
export type Layout = ReturnType<typeof layout>;

/** Makes the folder and proves that it can be written. Thrown StartFault when not. */
export const openDataFolder = async (folder: string): Promise<Layout> => {
  const places = layout(folder);
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await makeFolder(folder);
    for (const each of [places.database, places.engine, places.logs, places.files])
      await mkdir(each, { recursive: true });
    await writeFile(probe, 'x'.repeat(4096));
    await rm(probe);
    return places;
  } catch (error) {
    throw new StartFault(
      `The data folder ${folder} cannot be written (${reason(error as NodeJS.ErrnoException)}): correct that, or name another folder with --data <folder>.`,
      { cause: error },
    );
  }
};

/** Only the parents recursively: where a file system refuses folders (/proc), Node tries for ever. */
const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
};

const reasons: Record<string, string> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'part of its path is a file',
  EEXIST: 'part of its path is a file',
  ENOENT: 'its disk does not allow folders there',
};

const reason = ({ code, message }: NodeJS.ErrnoException): string => reasons[code ?? ''] ?? message;
