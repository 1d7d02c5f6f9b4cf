import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** A TypeScript file of the product, by its path under the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Folders of the product's TypeScript, without tests and pages. */
export const FOLDERS = [
  'api',
  'bench',
  'commands',
  'domain',
  'engine',
  'forms',
  'local',
  'models',
  'procedures',
  'stories',
  'templates',
  'web',
  'workers',
];

/** All `.ts` and `.tsx` files of some folders at any depth. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return folders
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules'))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}
