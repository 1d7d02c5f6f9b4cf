import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Lets one process of this machine at a time do the work (a build, an installation); the others wait for it. */
export const exclusively = async <T>(lockFolder: string, work: () => Promise<T>): Promise<T> => {
  await mkdir(dirname(lockFolder), { recursive: true });
  while (!(await take(lockFolder))) await pause(200);
  try {
    return await work();
  } finally {
    await rm(lockFolder, { recursive: true, force: true });
  }
};

const take = async (folder: string): Promise<boolean> => {
  try {
    await mkdir(folder);
    await writeFile(join(folder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (await isAbandoned(folder)) await rm(folder, { recursive: true, force: true });
    return false;
  }
};

/** A process has written who it is this long after it took the lock, milliseconds, or it was killed before it could. */
const SIGNED_MS = 5_000;

const isAbandoned = async (folder: string): Promise<boolean> => {
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => ''));
  if (pid > 0) return !isAlive(pid);
  const takenAt = await stat(folder).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
  return Date.now() - takenAt > SIGNED_MS;
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
