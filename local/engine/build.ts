import { createHash } from 'node:crypto';
import { copyFile, cp, link, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { exclusively } from '../exclusively.js';
import type { Java } from '../java.js';
import { type Say, step } from '../progress.js';
import { runMaven } from './maven.js';

const kept = 3;

/**
 * Path of the engine host's jar, built when it is missing or its sources changed.
 *
 * It is run from a copy of its own (`target/run/<fingerprint of the sources>`), because a running Java program does not
 * survive that a later build replaces its jar. Thrown StartFault when Maven is missing or the build fails.
 */
export const engineJar = async (root: string, java: Java, say: Say): Promise<string> => {
  const folder = join(root, 'engine-host');
  const runs = join(folder, 'target', 'run');
  const jar = join(runs, await fingerprint(folder), 'engine-host.jar');
  if (await isFile(jar)) return jar;

  await exclusively(join(root, '.cache', 'engine-build'), async () => {
    if (await isFile(jar)) return; // another process built it meanwhile
    await step(say, 'building the engine host with Maven (the first time it downloads the engine, about 130 MB)', () =>
      runMaven(join(folder, 'pom.xml'), ['-DskipTests', 'package'], java),
    );
    await copyBuild(join(folder, 'target'), join(jar, '..'));
    await prune(runs);
  });
  return jar;
};

/** Of what the jar is made of: content, not times, for a checkout changes the times. */
export const fingerprint = async (folder: string): Promise<string> => {
  const hash = createHash('sha256');
  const names = await readdir(join(folder, 'src', 'main'), { recursive: true });
  for (const name of ['pom.xml', ...names.sort().map((each) => join('src', 'main', each))]) {
    const path = join(folder, name);
    if (await isFile(path)) hash.update(name).update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 16);
};

const copyBuild = async (target: string, destination: string): Promise<void> => {
  const draft = `${destination}.${process.pid}`;
  await mkdir(join(draft, 'lib'), { recursive: true });
  for (const name of await readdir(join(target, 'lib'))) {
    const [from, to] = [join(target, 'lib', name), join(draft, 'lib', name)];
    await link(from, to).catch(() => cp(from, to)); // a file system without links
  }
  await copyFile(join(target, 'engine-host.jar'), join(draft, 'engine-host.jar'));
  await rename(draft, destination);
};

const prune = async (runs: string): Promise<void> => {
  const names = await readdir(runs);
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(runs, name))).mtimeMs })));
  const old = dated.sort((one, other) => other.at - one.at).slice(kept);
  await Promise.all(old.map(({ name }) => rm(join(runs, name), { recursive: true, force: true })));
};

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
