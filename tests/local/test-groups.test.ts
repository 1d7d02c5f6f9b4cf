import { expect } from 'chai';
import { testGroups } from '../../local/test-groups.js';

describe('the groups of tests', () => {
  it('hold each file once, also one of a folder that nobody thought of', () => {
    const files = ['api/a.test.ts', 'clock.test.ts', 'local/database/b.test.ts', 'new/c.test.ts', 'web/form/d.test.ts'];
    const groups = testGroups(files);

    expect(groups.flatMap((group) => group.files).sort()).to.deep.equal(files);
    expect(groups.map((group) => group.files)).to.deep.equal([
      ['web/form/d.test.ts'],
      ['local/database/b.test.ts'],
      ['api/a.test.ts', 'clock.test.ts', 'new/c.test.ts'],
    ]);
  });

  it('are only those that have files: mocha without any would look for some elsewhere', () => {
    expect(testGroups(['api/a.test.ts'])).to.have.length(1);
    expect(testGroups([])).to.deep.equal([]);
  });
});
