import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPython } from '../../local/database/python.js';
import { installSecantusdb } from '../../local/database/secantusdb.js';
import { cacheFolder, say } from './throw-away.js';

/** Writes a program of this name into the folder (made when missing). Answers the folder, fit for a PATH. */
export const program = async (folder: string, name: string, script: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), script);
  await chmod(join(folder, name), 0o755);
  return folder;
};

/** A folder that looks like a JDK of this version: a `java` that says so and, unless a bare runtime, a `javac`. */
export const jdk = async (
  folder: string,
  version: string,
  { release = true, compiler = true }: { release?: boolean; compiler?: boolean } = {},
): Promise<string> => {
  const java = `#!/bin/sh\necho '    java.home = ${folder}' >&2\necho 'openjdk version "${version}"' >&2\n`;
  await program(join(folder, 'bin'), 'java', java);
  if (compiler) await program(join(folder, 'bin'), 'javac', '#!/bin/sh\n');
  if (release) await writeFile(join(folder, 'release'), `JAVA_VERSION="${version}"\n`);
  return folder;
};

/**
 * A `mongod` that is none: it takes mongod's arguments and starts SecantusDB with them. For machines where no mongod is to be
 * had, so that finding, starting, waiting and stopping one are tried against a process that really serves.
 */
export const standInMongod = async (folder: string, leastSize = 0): Promise<string> => {
  const found = await findPython(process.env);
  if ('reason' in found) throw new Error(found.reason);
  const python = await installSecantusdb(found, { cacheFolder, say, env: process.env });
  return program(folder, 'mongod', `${standInScript(python)}# ${'-'.repeat(leastSize)}\n`);
};

const standInScript = (python: string): string => `#!/bin/sh
# Not MongoDB: SecantusDB in its place, for tests.
echo "$@" >> "$(dirname "$0")/arguments"
while [ $# -gt 0 ]; do
  case "$1" in
    --version) echo 'db version v0.0.0-stand-in'; exit 0 ;;
    --dbpath) dbpath="$2"; shift ;;
    --port) port="$2"; shift ;;
    --bind_ip) host="$2"; shift ;;
    --replSet) shift ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
  shift
done
exec '${python}' -m secantus --host "$host" --port "$port" --storage-path "$dbpath"
`;
