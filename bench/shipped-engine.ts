import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { fingerprint } from '../local/engine/build.js';
import { runMaven } from '../local/engine/maven.js';
import { exclusively } from '../local/exclusively.js';
import type { Java } from '../local/java.js';
import type { Program } from '../local/program.js';
import { type Say, step } from '../local/progress.js';
import { root } from '../local/root.js';

const folder = join(root, 'engine-host', 'bench');
const target = join(folder, 'target');

/** Path of the jar that holds the vendor's test engine as shipped and the load; built when missing or changed. */
export async function benchJar(java: Java, say: Say): Promise<string> {
  const mark = join(target, `built-${await fingerprint(folder)}`);
  await exclusively(join(root, '.cache', 'bench-build'), async () => {
    if (await isThere(mark)) return;
    await step(say, "building the bench with Maven (the first time it downloads the vendor's test engine)", () =>
      runMaven(join(folder, 'pom.xml'), ['package'], java),
    );
    await writeFile(mark, '');
  });

  return join(target, 'engine-host-bench.jar');
}

/** The vendor's test engine: in memory, nothing kept. */
export function shippedEngine(java: Java, jar: string, grpcPort: number): Program {
  return {
    name: 'shipped engine',
    command: java.program,
    args: [...javaFlags(java), '-jar', jar, '--grpc-port', String(grpcPort)],
    isReady: (lines) => lines.some((line) => line.startsWith('{"event":"ready"')),
    startLimit: 120,
    stopLimit: 10,
  };
}

/** Arguments of `java` that put the same load on gateways, one after the other. */
export function loadArguments(java: Java, jar: string, load: readonly (string | number)[]): string[] {
  const classPath = `${jar}:${join(target, 'lib', '*')}`;

  return [...javaFlags(java), '-cp', classPath, 'io.huiyin.enginehost.bench.Load', ...load.map(String)];
}

const javaFlags = ({ version }: Java): string[] => (version >= 23 ? ['--sun-misc-unsafe-memory-access=allow'] : []);

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
