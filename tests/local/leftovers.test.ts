import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processList } from '../../local/leftovers.js';
import { throwAwayFolder } from '../support/throw-away.js';

describe('the list of what runs for a data folder', () => {
  it('is whole whenever it is read, also while several are noted at once', async () => {
    const file = join(await throwAwayFolder('list'), 'processes.json');
    const list = processList(file);
    const names = ['database', 'engine', 'workers', 'api'];
    const noted = Promise.all(names.map((name) => list.note(name, process.pid)));
    const state = { isDone: false };
    void noted.then(() => (state.isDone = true));
    while (!state.isDone) {
      const text = await readFile(file, 'utf8').catch(() => '[]');
      expect(() => JSON.parse(text) as unknown, text).not.to.throw();
    }

    const kept = JSON.parse(await readFile(file, 'utf8')) as { name: string; pid: number }[];
    expect(kept.map(({ name, pid }) => [name, pid])).to.have.deep.members(names.map((name) => [name, process.pid]));
    await list.clear();
    expect(JSON.parse(await readFile(file, 'utf8'))).to.deep.equal([]);
  });
});
