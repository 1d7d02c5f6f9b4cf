import { lstat, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';

import { installationSecrets } from '../../local/secrets.js';

describe('The secrets of an installation', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huiyin-secrets-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are made once, and are the same from then on', async () => {
    const file = join(folder, 'secrets.json');

    const made = await installationSecrets(file);

    expect(await installationSecrets(file)).to.deep.equal(made);
    expect(JSON.parse(await readFile(file, 'utf8'))).to.deep.equal(made);
  });

  it('are not written over when they cannot be read', async () => {
    const file = join(folder, 'secrets.json');
    await symlink(file, file);

    const refusal = await installationSecrets(file).catch((error: unknown) => error);

    expect(refusal).to.have.property('code', 'ELOOP');
    expect((await lstat(file)).isSymbolicLink()).to.equal(true);
  });
});
