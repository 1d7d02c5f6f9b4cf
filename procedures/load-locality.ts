import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Type, { type TSchema } from 'typebox';
import { workCalendar } from '../domain/calendar.js';
import { Network } from '../domain/network.js';
import { referenceFaults } from './check-references.js';
import { shapeFaults } from './check-shape.js';
import { LocalityFaultsError, shown } from './locality-faults.js';
import { ArticleFile, LocalityFile } from './locality-schema.js';
import type { Locality } from './locality.js';
import { postsOf } from './posts.js';

const Articles = Type.Array(ArticleFile);

/**
 * Reads a locality's folder: `locality.json` and its knowledge articles.
 * @throws LocalityFaultsError with every fault: file, JSON path, what was found, what is allowed
 */
export function loadLocality(folder: string): Locality {
  const file = join(basename(folder), 'locality.json');
  const data = readChecked(join(folder, 'locality.json'), file, LocalityFile) as LocalityFile;
  const articles = articlesOf(folder, data);
  const faults = referenceFaults(data, articles, file);
  if (data.id !== basename(folder))
    faults.unshift({ file, path: '$.id', found: shown(data.id), allowed: `文件夹名 ${basename(folder)}` });
  if (faults.length > 0) throw new LocalityFaultsError(faults);

  const { units, calendars, ...rest } = data;

  return {
    ...rest,
    folder: resolve(folder),
    network: new Network(units.map((unit) => ({ ...unit, staff: postsOf(unit, data) }))),
    calendars: new Map(
      Object.entries(calendars).map(([name, calendar]) => [name, workCalendar(calendar, data.timeZone)]),
    ),
    articles,
  };
}

function articlesOf(folder: string, data: LocalityFile): ArticleFile[] {
  if (data.articles === undefined) return [];

  return readChecked(join(folder, data.articles), join(basename(folder), data.articles), Articles) as ArticleFile[];
}

function readChecked(path: string, file: string, schema: TSchema): unknown {
  if (!existsSync(path))
    throw new LocalityFaultsError([{ file, path: '$', found: '（无此文件）', allowed: '存在的文件' }]);
  const data = parsed(readFileSync(path, 'utf8'), file);
  const faults = shapeFaults(schema, data, file);
  if (faults.length > 0) throw new LocalityFaultsError(faults);

  return data;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new LocalityFaultsError([{ file, path: '$', found, allowed: '合法的 JSON' }]);
  }
}
