import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

const PROJECT = join(import.meta.dirname, '../..');

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `procedures/main.ts` as the npm script does. */
function run(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'procedures/main.ts', ...args],
      { cwd: PROJECT },
      (_fault, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('npm run procedures', function () {
  this.timeout(120_000);
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'command-line-'));
    cpSync(join(import.meta.dirname, 'published'), root, { recursive: true });
  });
  after(() => rmSync(root, { recursive: true }));

  it('says how it is used, and is not pleased without a command', async () => {
    expect(await run('--help'))
      .to.include({ code: 0, err: '' })
      .and.have.property('out')
      .that.contains('用法：');
    expect((await run()).code).to.equal(2);
  });

  it('refuses what it does not know in one Chinese sentence', async () => {
    const [command, option, locality] = await Promise.all([
      run('frob'),
      run('check', '--frob'),
      run('check', 'atlantis', '--root', root),
    ]);

    expect(command)
      .to.include({ code: 2 })
      .and.have.property('err')
      .that.matches(/^没有“frob”这个命令/);
    expect(option)
      .to.include({ code: 2 })
      .and.have.property('err')
      .that.matches(/^参数写得不对/);
    expect(locality).to.include({ code: 1 }).and.have.property('err').that.contains('atlantis');
  });

  it('publishes only with a tag and a reason', async () => {
    const [noTag, noWhy] = await Promise.all([
      run('publish', 'smallville', '--root', root, '--why', '首次'),
      run('publish', 'smallville', '--root', root, '--tag', '1'),
    ]);

    expect(noTag).to.include({ code: 2 }).and.have.property('err').that.contains('--tag');
    expect(noWhy).to.include({ code: 2 }).and.have.property('err').that.contains('--why');
  });

  it('tells data faults and findings of a locality, and ends with 1', async () => {
    writeFileSync(join(root, 'smallville/locality.json'), '{ "id": "smallville" }');
    const { code, out } = await run('check', '--root', root);

    expect(code).to.equal(1);
    expect(out).to.match(/^错误 smallville\/locality\.json \$\.name：为 （无）；应为必填$/m);
    expect(out).to.match(/smallville：错误 \d+ 处，提醒 0 处/);
  });

  it('does not publish what does not pass its check', async () => {
    const { code, err } = await run('publish', 'smallville', '--root', root, '--tag', '1', '--why', '首次');

    expect(code).to.equal(1);
    expect(err).to.contain('没有通过检查，未发布');
  });

  it('gives the same as data', async () => {
    const [result] = JSON.parse((await run('check', 'smallville', '--root', root, '--json')).out) as [
      { locality: string; data: unknown[]; findings: unknown[] },
    ];

    expect(result.locality).to.equal('smallville');
    expect(result.data).not.to.deep.equal([]);
  });
});
