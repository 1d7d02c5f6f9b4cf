import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { configured } from '../../../local/database/configured.js';
import { sayHello } from '../../../local/database/hello.js';
import { mongodOnPath } from '../../../local/database/mongod.js';
import { secantusdb } from '../../../local/database/secantusdb.js';
import type { Search } from '../../../local/database/way.js';
import { testDatabase } from '../../support/stack.js';
import { program, standInMongod } from '../../support/stand-ins.js';
import { throwAwayFolder } from '../../support/throw-away.js';
import { expectKeepsData, found, reason, trySearch } from './try-way.js';

describe('the ways to a database', function () {
  this.timeout(120_000);
  let search: Search;
  let said: string[];

  beforeEach(async () => ({ search, said } = await trySearch()));

  describe('MONGODB_URI', () => {
    it('is passed over when it is not set', async () => {
      expect(await reason(configured, search)).to.equal('it is not set');
    });

    it('is taken when it answers', async () => {
      search.env.MONGODB_URI = await testDatabase();

      expect(found(await configured.find(search)).uri).to.equal(search.env.MONGODB_URI);
      expect(said).to.deep.equal([]);
    });

    it('stops the start when it does not answer: no other database may take its place', async () => {
      search.env.MONGODB_URI = `mongodb://huiyin:sesame@127.0.0.1:${search.port}/huiyin`;

      const fault = (await configured.find(search).catch((error: unknown) => error)) as Error;

      expect(fault.message).to.match(/MONGODB_URI \(mongodb:\/\/…@127.*does not answer.*unset MONGODB_URI/);
      expect(fault.message).not.to.contain('sesame');
    });
  });

  describe('mongod on the PATH', () => {
    it('is passed over when there is none', async () => {
      search.env.PATH = await throwAwayFolder('empty');

      expect(await reason(mongodOnPath, search)).to.equal('there is none');
    });

    it('is started as a replica set on the data folder, and its data is there after the next start', async () => {
      const folder = await standInMongod(join(await throwAwayFolder('bin'), '程序 y'));
      search.env.PATH = ['/no/such/folder', folder].join(delimiter);

      await expectKeepsData(mongodOnPath, search);

      const [, started] = (await readFile(join(folder, 'arguments'), 'utf8')).split('\n');
      expect(started).to.match(/^--dbpath .*mongod --port \d+ --bind_ip 127\.0\.0\.1 --replSet huiyin$/);
    });

    it('is passed over with its last words when it does not run on this machine', async () => {
      search.env.PATH = await program(
        await throwAwayFolder('bin'),
        'mongod',
        '#!/bin/sh\necho "Illegal instruction" >&2\nexit 132\n',
      );

      expect(await reason(mongodOnPath, search)).to.match(/mongod does not run: .*exit code 132/);
    });
  });

  describe('SecantusDB from PyPI', () => {
    it('is started from an environment of its own, and its data is there after the next start', async () => {
      search.env = process.env;

      await expectKeepsData(secantusdb, search);
    });

    it('has change streams', async () => {
      expect((await sayHello(await testDatabase(), 5000)).changeStreams).to.equal(true);
    });

    it('is passed over when there is no Python', async () => {
      search.env.PATH = await throwAwayFolder('empty');

      expect(await reason(secantusdb, search)).to.equal('there is no Python 3.10 or newer on the PATH');
    });

    it('is passed over with what Python says when that is too old', async () => {
      const script = '#!/bin/sh\necho "it is version 3.6.9, 3.10 is needed" >&2\nexit 1\n';
      search.env.PATH = await program(await throwAwayFolder('bin'), 'python3', script);

      expect(await reason(secantusdb, search)).to.equal('python3: it is version 3.6.9, 3.10 is needed');
    });
  });
});
