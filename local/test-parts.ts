import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ensureChromium } from './chromium.js';
import { engineJar } from './engine/build.js';
import { findJava } from './java.js';
import { buildPages } from './pages.js';
import { mavenProgram } from './engine/maven.js';
import type { Say } from './progress.js';
import { root } from './root.js';
import { runProgram } from './run-program.js';
import { type Count, countMocha, countOne, countSurefire, mochaFailures, tail } from './test-count.js';
import { testGroups } from './test-groups.js';

/** One part of `npm test`. */
export interface TestPart {
  name: string;
  /** Told every piece of output as it comes. */
  run: (echo: Echo) => Promise<TestResult>;
}

export interface TestResult extends Count {
  /** What is worth reading again when something failed: a whole run prints more than a screen or a log keeps. */
  failures: string;
}

export type Echo = (text: string) => void;

/** Everything there is to check, the quick parts first, what takes longest soon after. */
export const testParts = async (): Promise<TestPart[]> => [
  check('eslint', bin('eslint'), ['.']),
  check('prettier', bin('prettier'), ['--check', '--log-level', 'warn', '.']),
  check('types', bin('typescript', 'tsc'), ['--noEmit']),
  check('types of the pages', bin('typescript', 'tsc'), ['--noEmit', '-p', 'web']),
  ...typescriptProgram('procedures', 'procedures/main.ts', ['check']),
  ...testGroups(await testFiles()).map(({ name, files }) => mochaTests(name, files)),
  ...typescriptProgram('stories', 'stories/main.ts', ['all', '--brief']),
  { name: 'engine host', run: engineTests },
];

const testFiles = async (): Promise<string[]> => {
  const names = await readdir(join(root, 'tests'), { recursive: true });
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => name.replaceAll(sep, '/'))
    .sort();
};

const node = (args: readonly string[], onOutput: Echo) => runProgram(process.execPath, args, { cwd: root, onOutput });

const check = (name: string, first: string, args: readonly string[]): TestPart => ({
  name,
  run: async (echo) => {
    const { code, output } = await node([first, ...args], echo);
    return { ...countOne(code), failures: tail(output) };
  },
});

const typescriptProgram = (name: string, file: string, args: readonly string[]): TestPart[] =>
  existsSync(join(root, file)) ? [check(name, '--import', ['tsx', file, ...args])] : [];

const mochaTests = (name: string, files: readonly string[]): TestPart => ({
  name,
  run: async (echo) => {
    await prepared(echo);
    const { code, output } = await node([bin('mocha'), ...files.map((file) => `tests/${file}`)], echo);
    return { ...countMocha(output, code), failures: mochaFailures(output) };
  },
});

const engineTests = async (echo: Echo): Promise<TestResult> => {
  await prepared(echo); // Maven does not work on one folder twice at a time
  const java = await findJava();
  const reports = join(root, 'engine-host/target/surefire-reports');
  await rm(reports, { recursive: true, force: true });
  const { code, output } = await mavenProgram(join(root, 'engine-host/pom.xml'), ['verify'], java, echo);
  const names = await readdir(reports).catch(() => []);
  const texts = names.filter((name) => name.endsWith('.xml')).map((name) => readFile(join(reports, name), 'utf8'));
  return { ...countSurefire(await Promise.all(texts), code), failures: tail(output) };
};

let preparing: Promise<unknown> | undefined;

/** What the systems under test are made of is there; made once, by the part that comes first, where its progress is seen. */
const prepared = (echo: Echo): Promise<unknown> => (preparing ??= prepare((line) => echo(`${line}\n`)));

const prepare = async (say: Say): Promise<void> => {
  await ensureChromium(say);
  await buildPages(root, say);
  await engineJar(root, await findJava(), say);
};

/** The script of a package, for Node: its shell wrappers differ from system to system. */
const bin = (name: string, command = name): string => {
  const folder = join(root, 'node_modules', name);
  const { bin: scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return join(folder, typeof scripts === 'string' ? scripts : (scripts[command] ?? ''));
};
