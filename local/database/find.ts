import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFault } from '../start-fault.js';
import { configured } from './configured.js';
import { downloaded } from './downloaded.js';
import { mongodOnPath } from './mongod.js';
import { secantusdb } from './secantusdb.js';
import { type FoundDatabase, isFound, type Search, type Way } from './way.js';

export const ways: readonly Way[] = [configured, mongodOnPath, downloaded, secantusdb];

/**
 * The first of the ways that works. A data folder once written by one kind of server is given to that kind only: with
 * another one, all cases would seem gone. Thrown StartFault that lists why each way failed.
 */
export const findDatabase = async (search: Search, order: readonly Way[] = ways): Promise<FoundDatabase> => {
  const written = await writtenFormat(search.dataFolder);
  const fitting = order.filter(({ format }) => format === undefined || written === undefined || format === written);
  const reasons: string[] = [];
  for (const way of fitting) {
    const result = await way.find(search);
    if (!isFound(result)) {
      reasons.push(`${way.name}: ${result.reason}`);
      continue;
    }
    if (way.format) await noteFormat(search.dataFolder, way.format);
    return result;
  }
  throw new StartFault(noneWorks(reasons, written, search.dataFolder));
};

const noteFormat = async (dataFolder: string, format: string): Promise<void> => {
  await mkdir(dataFolder, { recursive: true });
  await writeFile(join(dataFolder, 'format'), `${format}\n`);
};

const writtenFormat = async (dataFolder: string): Promise<string | undefined> => {
  const text = await readFile(join(dataFolder, 'format'), 'utf8').catch(() => '');
  return text.trim() || undefined;
};

const noneWorks = (reasons: readonly string[], written: string | undefined, dataFolder: string): string => {
  const bound = written ? ` for the data in ${dataFolder}, which ${written} wrote` : '';
  return `No database${bound}: install Python 3.10 or newer (with venv), install mongod, or set MONGODB_URI. Tried were ${reasons.join(' · ')}.`;
};
