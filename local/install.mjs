import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, 'package-lock.json');
/** npm writes it at the end of every installation. */
const installed = join(root, 'node_modules', '.package-lock.json');

/** Installs the packages when there are none, or the list of them is newer. Uses nothing but Node itself. */
export const installPackages = () => {
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;

  const start = performance.now();
  console.log('installing packages with npm (the first time about 150 MB) …');
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: windows,
    },
  );
  if (status === 0) {
    console.log(`  done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return;
  }

  console.error(
    `The packages cannot be installed (${error?.message ?? 'npm ci says why above'}): check the connection to the npm registry and start again.`,
  );
  process.exit(1);
};
