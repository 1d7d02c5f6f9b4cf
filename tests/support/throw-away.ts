import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Running } from '../../local/supervise.js';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const cacheFolder = join(root, '.cache');

const folders: string[] = [];
const programs = new Set<Running>();

/** A folder that is gone when the process ends. */
export const throwAwayFolder = async (name: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), `huiyin-${name}-`));
  folders.push(folder);
  return folder;
};

/** Ends the program with the tests, whichever way they end. */
export const endWithTests = (running: Running): void => void programs.add(running);

export const say = (line: string): void => {
  process.stderr.write(`    ${line}\n`);
};

process.once('SIGTERM', () => process.exit(143)); // or Node would leave without the tidying below
process.once('exit', () => {
  programs.forEach((program) => program.kill());
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
});
