import { expect } from 'chai';
import { ESLint } from 'eslint';
import { ROOT } from './source-files.js';

const RULE = 'import-x/no-restricted-paths';

// The first lint of a process builds the types of the whole project.
const FIRST_LINT_MS = 240_000;

describe('The arrows between folders', function () {
  this.timeout(FIRST_LINT_MS);
  const eslint = new ESLint({ cwd: ROOT });
  const faults = async (filePath: string, text: string) => {
    const [result] = await eslint.lintText(text, { filePath: `${ROOT}/${filePath}` });

    return result!.messages.filter(({ ruleId }) => ruleId === RULE).map(({ message }) => message);
  };

  it('refuse an import against them', async () => {
    const [fault] = await faults('domain/sample.ts', "export { checkFiles } from '../procedures/check.js';\n");

    expect(fault).to.contain('domain/ may import only itself');
  });

  it('let an import along them pass', async () => {
    expect(await faults('procedures/check.ts', "export { isSampled } from '../domain/sample.js';\n")).to.deep.equal([]);
  });
});
