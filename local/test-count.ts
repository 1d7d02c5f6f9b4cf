/** How many tests of a part came out which way. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** The end of mocha's output, from where it tells of each failure; the last lines where it broke off without telling. */
export const mochaFailures = (output: string): string => {
  const start = /^ +\d+ failing\b/m.exec(plain(output))?.index;
  return start === undefined ? tail(output) : plain(output).slice(start).trimEnd();
};

/** The last lines of a part that failed. */
export const tail = (output: string, count = 40): string => output.trimEnd().split('\n').slice(-count).join('\n');

export const sum = (counts: readonly Count[]): Count =>
  counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** `N passed, N failed`, and what was skipped only when something was. */
export const lastLine = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A check that is one test by itself: exit code 0 or not. */
export const countOne = (code: number | null): Count => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
});

/**
 * What mocha's summary says. A run that ended badly without naming a failure (it could not load a file, it was killed) counts
 * as one.
 */
export const countMocha = (output: string, code: number | null): Count => {
  const read = (word: string): number => Number(new RegExp(`^ +(\\d+) ${word}\\b`, 'm').exec(plain(output))?.[1] ?? 0);
  const failed = read('failing');
  return { passed: read('passing'), failed: code !== 0 && failed === 0 ? 1 : failed, skipped: read('pending') };
};

/** What surefire's reports say: the `<testsuite …>` line of each. */
export const countSurefire = (reports: readonly string[], code: number | null): Count => {
  const count = sum(reports.map(countSuite));
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
};

const countSuite = (report: string): Count => {
  const head = /<testsuite\b[^>]*>/.exec(report)?.[0] ?? '';
  const read = (name: string): number => Number(new RegExp(` ${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
  const [failed, skipped] = [read('failures') + read('errors'), read('skipped')];
  return { passed: read('tests') - failed - skipped, failed, skipped };
};

const plain = (output: string): string => output.replace(/\u001b\[[0-9;]*m/g, '');
