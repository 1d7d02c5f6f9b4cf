import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Running } from '../supervise.js';

const folders: string[] = [];
const programs = new Set<Running>();

/** A folder that is gone when the process ends. */
export const throwAwayFolder = async (name: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), `huiyin-${name}-`));
  folders.push(folder);
  return folder;
};

/** Ends the program with this process, whichever way that ends. */
export const endWithProcess = (running: Running): void => void programs.add(running);

export const say = (line: string): void => {
  process.stderr.write(`    ${line}\n`);
};

// Or Node would leave without the tidying below; a program that stops in its own order does so.
process.once('SIGTERM', () => {
  if (process.listenerCount('SIGTERM') === 0) process.exit(143);
});
process.once('exit', () => {
  programs.forEach((program) => program.kill());
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
});
