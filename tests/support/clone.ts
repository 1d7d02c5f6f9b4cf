import { execFile } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, root, throwAwayFolder } from './throw-away.js';

/** A copy of the project as a clone has it, nothing built, in a folder with a blank and Chinese in its name; packages are shared. */
export const cloneProject = async (): Promise<string> => {
  const folder = join(await throwAwayFolder('clone'), '回音 副本');
  const git = promisify(execFile);
  const { stdout } = await git('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 1e8,
  });
  const needed =
    /^(api|bpmn|commands|domain|engine|engine-host|forms|local|models|procedures|templates|web|workers)\/|^[^/]+$/;
  for (const name of stdout
    .split('\0')
    .filter((each) => needed.test(each) && !each.startsWith('engine-host/src/test'))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await cp(join(root, name), join(folder, name), { preserveTimestamps: true }).catch(() => undefined); // one that was deleted and is still listed
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await symlink(cacheFolder, join(folder, '.cache'));
  return folder;
};
