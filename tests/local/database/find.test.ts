import { expect } from 'chai';
import { findDatabase, ways } from '../../../local/database/find.js';
import type { FoundDatabase, NotFound, Search, Way } from '../../../local/database/way.js';
import { StartFault } from '../../../local/start-fault.js';
import { throwAwayFolder } from '../../support/throw-away.js';

describe('the finder of the database', () => {
  let search: Search;
  let tried: string[];

  beforeEach(async () => {
    tried = [];
    search = {
      env: {},
      dataFolder: await throwAwayFolder('database'),
      cacheFolder: '/no/cache',
      port: 0,
      say: () => undefined,
      run: () => Promise.reject(new Error('nothing is to be started')),
    };
  });

  const way = (name: string, format: Way['format'], result: FoundDatabase | NotFound): Way => ({
    name,
    format,
    find: () => {
      tried.push(name);
      return Promise.resolve(result);
    },
  });
  const works = (name: string): FoundDatabase => ({ what: name, uri: `mongodb://${name}/huiyin` });

  it('tries MONGODB_URI, an installed mongod, a downloaded one, SecantusDB, in this order', () => {
    expect(ways.map(({ name }) => name)).to.deep.equal([
      'MONGODB_URI',
      'mongod on the PATH',
      'a downloaded mongod',
      'SecantusDB from PyPI',
    ]);
  });

  it('takes the first that works and tries none after it', async () => {
    const order = [
      way('a', undefined, { reason: 'not set' }),
      way('b', 'mongod', works('b')),
      way('c', 'secantusdb', works('c')),
    ];

    expect(await findDatabase(search, order)).to.deep.equal(works('b'));
    expect(tried).to.deep.equal(['a', 'b']);
  });

  it('says why each failed and what to do when none works', async () => {
    const order = [way('a', undefined, { reason: 'it is not set' }), way('b', 'mongod', { reason: 'there is none' })];

    const fault = await findDatabase(search, order).catch((error: unknown) => error);

    expect(fault).to.be.instanceOf(StartFault);
    expect((fault as Error).message)
      .to.match(/install Python 3.10.*a: it is not set · b: there is none\.$/)
      .and.not.contain('\n');
  });

  it('keeps to the kind of server that wrote the data, though another one is found earlier now', async () => {
    const late = way('late', 'secantusdb', works('late'));
    await findDatabase(search, [late]);

    const found = await findDatabase(search, [way('early', 'mongod', works('early')), late]);

    expect(found).to.deep.equal(works('late'));
    expect(tried).to.deep.equal(['late', 'late']);
  });

  it('refuses rather than to show an empty database when that kind is gone', async () => {
    await findDatabase(search, [way('late', 'secantusdb', works('late'))]);

    const order = [way('early', 'mongod', works('early')), way('late', 'secantusdb', { reason: 'there is no Python' })];
    const fault = await findDatabase(search, order).catch((error: unknown) => error);

    expect((fault as Error).message).to.match(
      /No database for the data in .*, which secantusdb wrote.*there is no Python/,
    );
  });

  it('lets a named database go before the data folder', async () => {
    await findDatabase(search, [way('late', 'secantusdb', works('late'))]);

    expect(await findDatabase(search, [way('named', undefined, works('named'))])).to.deep.equal(works('named'));
  });
});
