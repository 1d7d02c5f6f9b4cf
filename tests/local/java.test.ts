import { expect } from 'chai';
import { delimiter, join } from 'node:path';
import { findJava, majorVersion } from '../../local/java.js';
import { StartFault } from '../../local/start-fault.js';
import { jdk } from '../support/stand-ins.js';
import { throwAwayFolder } from '../support/throw-away.js';

const nowhere = { javaHome: undefined, path: undefined, folders: [] };

describe('the search for Java', () => {
  let folder: string;
  beforeEach(async () => (folder = await throwAwayFolder('java 甲')));

  it('takes JAVA_HOME first, though others are newer', async () => {
    const javaHome = await jdk(join(folder, 'mine'), '21.0.2');
    const other = await jdk(join(folder, 'all', 'other'), '25');

    const found = await findJava({ javaHome, path: join(other, 'bin'), folders: [join(folder, 'all')] });

    expect(found).to.deep.equal({ home: javaHome, program: join(javaHome, 'bin', 'java'), version: 21 });
  });

  it('passes over a JAVA_HOME that is too old and takes the next one on the PATH', async () => {
    const javaHome = await jdk(join(folder, 'old'), '17.0.15');
    const alsoOld = await jdk(join(folder, 'older'), '1.8.0_292', { release: false });
    const fit = await jdk(join(folder, 'fit'), '22');

    const found = await findJava({
      ...nowhere,
      javaHome,
      path: [alsoOld, fit].map((home) => join(home, 'bin')).join(delimiter),
    });

    expect(found.home).to.equal(fit);
  });

  it('takes the newest of the usual folders when neither JAVA_HOME nor PATH has one', async () => {
    await jdk(join(folder, 'a-21'), '21.0.1');
    const newest = await jdk(join(folder, 'b-25', 'Contents', 'Home'), '25.0.1', { release: false }); // as macOS has it
    await jdk(join(folder, 'c-17'), '17');

    expect((await findJava({ ...nowhere, folders: ['/no/such/folder', folder] })).home).to.equal(newest);
  });

  it('says in one sentence which ones were found when all are too old', async () => {
    const old = await jdk(join(folder, 'old'), '17.0.15');

    const fault = await findJava({ ...nowhere, javaHome: old }).catch((error: unknown) => error);

    expect(fault).to.be.instanceOf(StartFault);
    expect((fault as Error).message)
      .to.match(/JDK of version 21 or newer.*Java 17 in .*old.*JAVA_HOME/)
      .and.not.contain('\n');
  });

  it('does not take a runtime without a compiler', async () => {
    const bare = await jdk(join(folder, 'bare'), '21', { compiler: false });

    await findJava({ ...nowhere, javaHome: bare }).then(
      () => expect.fail('it was taken'),
      (error: unknown) => expect((error as Error).message).to.contain('no compiler'),
    );
  });

  it('says so when there is none at all, or JAVA_HOME points nowhere', async () => {
    const fault = await findJava({ ...nowhere, javaHome: join(folder, 'gone') }).catch((error: unknown) => error);

    expect((fault as Error).message).to.contain('no Java was found');
  });

  it('reads old and new version numbers', () => {
    expect(['1.8.0_292', '21', '21.0.2', '25-ea', '17.0.15+6'].map(majorVersion)).to.deep.equal([8, 21, 21, 25, 17]);
  });
});
