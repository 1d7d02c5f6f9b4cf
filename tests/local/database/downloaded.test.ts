import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { downloaded } from '../../../local/database/downloaded.js';
import type { Search } from '../../../local/database/way.js';
import { standInMongod } from '../../support/stand-ins.js';
import { throwAwayFolder } from '../../support/throw-away.js';
import { expectKeepsData, reason, trySearch } from './try-way.js';

/** mongodb-memory-server takes a smaller program for a broken download. */
const leastSize = 6_000_000;

describe('a downloaded mongod', function () {
  this.timeout(120_000);
  let search: Search;
  let said: string[];
  let mirror: Server;
  let requests: string[];
  let archive: Buffer | undefined;

  beforeEach(async () => {
    ({ search, said } = await trySearch());
    requests = [];
    archive = undefined;
    const { key, cert, file } = await certificate();
    mirror = createServer({ key, cert }, (request, response) => {
      requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
      if (request.method === 'HEAD') response.end();
      else if (archive && request.url?.endsWith('.tgz'))
        response.setHeader('content-length', archive.length).end(archive);
      else if (archive && request.url?.endsWith('.md5')) response.end(`${md5(archive)}  mongod.tgz`);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
    search.cacheFolder = await throwAwayFolder('cache');
    search.env = {
      ...process.env,
      NODE_EXTRA_CA_CERTS: file,
      MONGOMS_DOWNLOAD_MIRROR: `https://localhost:${(mirror.address() as AddressInfo).port}`,
    };
  });
  afterEach(() => mirror.close());

  it('is downloaded once, and started like an installed one', async () => {
    const folder = await throwAwayFolder('archive');
    await standInMongod(join(folder, 'mongodb', 'bin'), leastSize);
    await promisify(execFile)('tar', ['-czf', join(folder, 'a.tgz'), '-C', folder, 'mongodb']);
    archive = await readFile(join(folder, 'a.tgz'));

    await expectKeepsData(downloaded, search);

    expect(requests.filter((request) => request.startsWith('GET')).map((request) => request.slice(-3))).to.deep.equal([
      'tgz',
      'md5',
    ]);
    expect(said.join('\n')).to.match(/looking for a mongod .*\n.*done in/);
  });

  it('is passed over at once when the download does not answer', async () => {
    mirror.close();
    const start = performance.now();

    expect(await reason(downloaded, search)).to.match(/localhost:\d+ does not answer$/);
    expect(performance.now() - start).to.be.below(8000);
  });

  it('is not taken from a host that cannot prove who it is', async () => {
    delete search.env.NODE_EXTRA_CA_CERTS;

    expect(await reason(downloaded, search)).to.match(/does not answer$/);
    expect(requests).to.deep.equal([]);
  });

  it('is not taken when the file is not what the host says it is', async () => {
    archive = Buffer.from('half a file');
    const whole = archive;
    mirror.prependListener('request', () => (archive = whole.subarray(0, whole.length - 1 - requests.length)));

    expect(await reason(downloaded, search)).to.match(/MD5/i);
  });

  it('is passed over when there is no file for this machine', async () => {
    expect(await reason(downloaded, search)).to.match(/404/);
  });
});

const md5 = (content: Buffer): string => createHash('md5').update(content).digest('hex');

/** A certificate for localhost that nobody but those handed `file` trusts. */
const certificate = async (): Promise<{ key: Buffer; cert: Buffer; file: string }> => {
  const folder = await throwAwayFolder('certificate');
  const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', keyFile, '-out', file];
  await promisify(execFile)('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    ...files,
    ...subject,
  ]);
  return { key: await readFile(keyFile), cert: await readFile(file), file };
};
