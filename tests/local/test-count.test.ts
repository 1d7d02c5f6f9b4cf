import { expect } from 'chai';
import { countMocha, countOne, countSurefire, lastLine, mochaFailures, sum } from '../../local/test-count.js';

describe('the count of tests', () => {
  it('reads what mocha sums up, colours or not', () => {
    const output =
      '\u001b[92m \u001b[0m\u001b[32m 118 passing\u001b[0m\u001b[90m (2m)\u001b[0m\n  3 pending\n  2 failing\n';

    expect(countMocha(output, 2)).to.deep.equal({ passed: 118, failed: 2, skipped: 3 });
  });

  it('counts a mocha that broke off as one failure', () => {
    expect(countMocha("Error: Cannot find module './gone.js'", 1)).to.deep.equal({ passed: 0, failed: 1, skipped: 0 });
    expect(countMocha('  12 passing (1s)\n', null)).to.deep.equal({ passed: 12, failed: 1, skipped: 0 });
  });

  it('keeps what mocha tells of each failure, or the last lines where it broke off', () => {
    const told = '  1 failing\n\n  1) closes a case:\n     AssertionError: still open\n';

    expect(mochaFailures(`    ✔ opens\n    1) closes a case\n\n  3 passing (2s)\n${told}`)).to.equal(told.trimEnd());
    expect(mochaFailures('first line\nError: Cannot find module\n')).to.match(/Cannot find module$/);
  });

  it('is not misled by a test whose name speaks of failing', () => {
    expect(countMocha('    ✔ says 3 failing things\n\n  1 passing (2ms)\n', 0)).to.include({ passed: 1, failed: 0 });
  });

  it('reads surefire reports, and counts a build that broke off', () => {
    const report = '<?xml?>\n<testsuite name="LogTest" time="1.2" tests="10" errors="1" skipped="2" failures="3">';

    expect(countSurefire([report, report], 1)).to.deep.equal({ passed: 8, failed: 8, skipped: 4 });
    expect(countSurefire([], 1)).to.deep.equal({ passed: 0, failed: 1, skipped: 0 });
  });

  it('ends with the line others read, skipped ones only when there are some', () => {
    expect(lastLine(sum([countOne(0), countOne(0)]))).to.equal('2 passed, 0 failed');
    expect(lastLine(sum([countOne(1), { passed: 4, failed: 0, skipped: 1 }]))).to.equal(
      '4 passed, 1 failed, 1 skipped',
    );
  });
});
