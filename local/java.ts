import { access, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { runProgram } from './run-program.js';
import { StartFault } from './start-fault.js';

export const leastJava = 21;

export interface Java {
  /** The JDK's folder, fit for JAVA_HOME. */
  home: string;
  /** Path of the `java` program. */
  program: string;
  version: number;
}

/** Where to look; a test hands in folders of its own. */
export interface JavaPlaces {
  javaHome: string | undefined;
  path: string | undefined;
  /** Folders that hold one JDK a subfolder. */
  folders: readonly string[];
}

/** A JDK (not a bare runtime: Maven compiles) of at least version 21: JAVA_HOME, then PATH, then the newest in the usual folders. */
export const findJava = async (places: JavaPlaces = usualPlaces()): Promise<Java> => {
  const found: Java[] = [];
  const homes = [places.javaHome, ...(await homesOnPath(places.path)), ...(await homesIn(places.folders))];
  for (const home of new Set(homes)) {
    const java = home && (await javaAt(home));
    if (java && java.version >= leastJava && (await exists(join(home, 'bin', executable('javac'))))) return java;
    if (java) found.push(java);
  }
  throw new StartFault(missing(found));
};

/** JDK_FOLDERS names other folders than the usual ones. */
export const usualPlaces = (): JavaPlaces => ({
  javaHome: process.env.JAVA_HOME,
  path: process.env.PATH,
  folders: process.env.JDK_FOLDERS?.split(delimiter) ?? usualFolders(process.platform, homedir()),
});

const usualFolders = (platform: NodeJS.Platform, home: string): string[] => {
  const own = [join(home, '.sdkman/candidates/java'), join(home, '.jdks'), join(home, '.asdf/installs/java')];
  if (platform === 'darwin')
    return ['/Library/Java/JavaVirtualMachines', '/opt/homebrew/opt', '/usr/local/opt', ...own];
  if (platform === 'win32')
    return ['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto']
      .map((vendor) => join(process.env.ProgramFiles ?? 'C:\\Program Files', vendor))
      .concat(own);
  return ['/usr/lib/jvm', '/usr/java', '/opt', '/opt/java', ...own];
};

const homesOnPath = async (path = ''): Promise<string[]> => {
  const homes: string[] = [];
  for (const folder of path.split(delimiter).filter((each) => each !== '')) {
    if (!(await exists(join(folder, executable('java'))))) continue;
    const program = join(folder, executable('java'));
    const said = await runProgram(program, ['-XshowSettings:properties', '-version'], { limit: 10_000 }).catch(
      () => null,
    );
    const home = /^\s*java\.home = (.+?)\s*$/m.exec(said?.output ?? '')?.[1];
    homes.push(home ?? dirname(folder)); // /usr/bin/java is a link, or a shim that starts another one
  }
  return homes;
};

const homesIn = async (folders: readonly string[]): Promise<string[]> => {
  const homes: Java[] = [];
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const inside = ['', 'Contents/Home', 'libexec/openjdk.jdk/Contents/Home'].map((part) => join(folder, name, part));
      for (const home of inside) {
        const java = await javaAt(home);
        if (java) homes.push(java);
      }
    }
  }
  return homes.sort((one, other) => other.version - one.version).map(({ home }) => home);
};

/** Reads the `release` file every JDK carries since 9; an older or unusual one is asked. */
const javaAt = async (home: string): Promise<Java | undefined> => {
  const program = join(home, 'bin', executable('java'));
  if (!(await exists(program))) return undefined;

  const release = await readFile(join(home, 'release'), 'utf8').catch(() => '');
  const written = /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1];
  const text = written ?? (await askVersion(program));
  return text === undefined ? undefined : { home, program, version: majorVersion(text) };
};

const askVersion = async (program: string): Promise<string | undefined> => {
  const said = await runProgram(program, ['-version'], { limit: 10_000 }).catch(() => undefined);
  return /version "([^"]+)"/.exec(said?.output ?? '')?.[1];
};

/** `1.8.0_292` is 8, `21.0.2` is 21. */
export const majorVersion = (text: string): number => {
  const [first = 0, second = 0] = text.split(/[._-]/).map(Number);
  return first === 1 ? second : first;
};

const missing = (found: readonly Java[]): string => {
  const seen = found.map(({ home, version }) => `Java ${version} in ${home}`);
  const what = seen.length === 0 ? 'no Java was found' : `only ${seen.join(', ')} was found (or it has no compiler)`;
  return `The engine needs a JDK of version ${leastJava} or newer, but ${what}: install one, for example from adoptium.net, or set JAVA_HOME to it.`;
};

const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
