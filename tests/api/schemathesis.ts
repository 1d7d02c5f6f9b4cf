import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPython } from '../../local/database/python.js';
import { runProgram } from '../../local/run-program.js';
import { cacheFolder, say } from '../support/throw-away.js';

const version = '4.32.5';

/**
 * The Python of a virtual environment with schemathesis, made once; or why it cannot be had on this machine. Its own command does
 * not outlive a move of the folder.
 */
export async function findSchemathesis(): Promise<string | { reason: string }> {
  const folder = join(cacheFolder, `schemathesis-${version}`);
  const program = join(folder, 'bin', 'python');
  const mark = join(folder, 'installed');
  if (await isThere(mark)) return program;
  const python = await findPython(process.env);
  if ('reason' in python) return python;
  say(`installing schemathesis ${version} from PyPI`);
  const made = await runProgram(python.command, [...python.args, '-m', 'venv', '--clear', folder], limits);
  if (made.code !== 0) return { reason: `no virtual environment: ${made.output}` };
  const pip = join(folder, 'bin', 'pip');
  const installed = await runProgram(pip, ['install', '--quiet', `schemathesis==${version}`], limits);
  if (installed.code !== 0) return { reason: `schemathesis cannot be installed: ${installed.output.slice(-300)}` };
  await writeFile(mark, '');

  return program;
}

const limits = { env: process.env, limit: 180_000 };

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
