import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exclusively } from '../../local/exclusively.js';
import { throwAwayFolder } from '../support/throw-away.js';

describe('work that one process does at a time', () => {
  let lock: string;
  beforeEach(async () => (lock = join(await throwAwayFolder('lock'), 'locks', 'build')));

  const isHeld = (): Promise<boolean> =>
    stat(lock).then(
      () => true,
      () => false,
    );

  it('is done by one after the other, and leaves no lock behind, even when it fails', async () => {
    const told: string[] = [];
    const work = (name: string) =>
      exclusively(lock, async () => {
        told.push(`${name} begins`);
        await mkdir(join(lock, name));
        told.push(`${name} ends`);
      });
    await Promise.all([work('a'), work('b')]);
    const failure = await exclusively(lock, () => Promise.reject(new Error('broken'))).catch((error: unknown) => error);

    expect(told.map((line) => line.split(' ')[1])).to.deep.equal(['begins', 'ends', 'begins', 'ends']);
    expect(failure).to.have.property('message', 'broken');
    expect(await isHeld()).to.equal(false);
  });

  it('goes on when whoever held the lock was killed', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    await mkdir(lock, { recursive: true });
    await writeFile(join(lock, 'pid'), String(gone));

    expect(await exclusively(lock, () => Promise.resolve('done'))).to.equal('done');
  });

  it('goes on when whoever took the lock was killed before it said who it is', async () => {
    const longAgo = new Date(Date.now() - 60_000);
    await mkdir(lock, { recursive: true });
    await utimes(lock, longAgo, longAgo);

    expect(await exclusively(lock, () => Promise.resolve('done'))).to.equal('done');
  });
});
