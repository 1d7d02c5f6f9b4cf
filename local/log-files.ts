import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const kept = 5;

/** Path for the log of a program of this start; those of earlier starts become `<name>.1.log` (the newest) to `<name>.4.log`. */
export const freshLog = async (folder: string, name: string): Promise<string> => {
  const nth = (n: number): string => join(folder, n === 0 ? `${name}.log` : `${name}.${n}.log`);
  const present = new Set((await readdir(folder)).map((file) => join(folder, file)));
  await rm(nth(kept - 1), { force: true });
  for (let n = kept - 2; n >= 0; n -= 1) if (present.has(nth(n))) await rename(nth(n), nth(n + 1));
  return nth(0);
};
