import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureChromium } from './chromium.js';
import { engineJar } from './engine/build.js';
import { findJava } from './java.js';
import { buildPages } from './pages.js';
import { mavenProgram } from './engine/maven.js';
import { root } from './root.js';
import { runProgram } from './run-program.js';
import { type Count, countMocha, countOne, countSurefire, mochaFailures, tail } from './test-count.js';

/** One part of `npm test`. */
export interface TestPart {
  name: string;
  run: () => Promise<TestResult>;
}

export interface TestResult extends Count {
  /** What is worth reading again when something failed: a whole run prints more than a screen or a log keeps. */
  failures: string;
}

/** Everything there is to check, the quick parts first. */
export const testParts = (): TestPart[] => [
  { name: 'eslint', run: () => check(bin('eslint'), ['.']) },
  { name: 'prettier', run: () => check(bin('prettier'), ['--check', '--log-level', 'warn', '.']) },
  { name: 'types', run: () => check(bin('typescript', 'tsc'), ['--noEmit']) },
  { name: 'types of the pages', run: () => check(bin('typescript', 'tsc'), ['--noEmit', '-p', 'web']) },
  ...(existsSync(join(root, 'procedures/main.ts'))
    ? [{ name: 'procedures', run: () => check('--import', ['tsx', 'procedures/main.ts', 'check']) }]
    : []),
  { name: 'engine host', run: engineTests },
  { name: 'tests', run: mochaTests },
  ...(existsSync(join(root, 'stories/main.ts'))
    ? [{ name: 'stories', run: () => check('--import', ['tsx', 'stories/main.ts', 'all', '--brief']) }]
    : []),
];

const echo = (text: string): boolean => process.stdout.write(text);

const node = (args: readonly string[]) => runProgram(process.execPath, args, { cwd: root, onOutput: echo });

const check = async (first: string, args: readonly string[]): Promise<TestResult> => {
  const { code, output } = await node([first, ...args]);
  return { ...countOne(code), failures: tail(output) };
};

const engineTests = async (): Promise<TestResult> => {
  const java = await findJava();
  const reports = join(root, 'engine-host/target/surefire-reports');
  await rm(reports, { recursive: true, force: true });
  const { code, output } = await mavenProgram(join(root, 'engine-host/pom.xml'), ['verify'], java, echo);
  const names = await readdir(reports).catch(() => []);
  const texts = names.filter((name) => name.endsWith('.xml')).map((name) => readFile(join(reports, name), 'utf8'));
  return { ...countSurefire(await Promise.all(texts), code), failures: tail(output) };
};

const mochaTests = async (): Promise<TestResult> => {
  await ensureChromium(console.log);
  await buildPages(root, console.log);
  await engineJar(root, await findJava(), console.log); // here, where its progress is seen
  const { code, output } = await node([bin('mocha')]);
  return { ...countMocha(output, code), failures: mochaFailures(output) };
};

/** The script of a package, for Node: its shell wrappers differ from system to system. */
const bin = (name: string, command = name): string => {
  const folder = join(root, 'node_modules', name);
  const { bin: scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return join(folder, typeof scripts === 'string' ? scripts : (scripts[command] ?? ''));
};
