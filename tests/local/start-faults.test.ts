import { expect } from 'chai';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { programOnPath } from '../../local/database/mongod.js';
import { findJava } from '../../local/java.js';
import { freePort } from '../../local/ports.js';
import { runProgram } from '../../local/run-program.js';
import { cloneProject } from '../support/clone.js';
import { jdk } from '../support/stand-ins.js';
import { type Start, type StartSettings, startCommand, stillAlive } from '../support/start-command.js';
import { throwAwayFolder } from '../support/throw-away.js';
import { until } from '../support/until.js';

describe('npm start, when something is wrong,', function () {
  this.timeout(180_000);

  /** Ends with a code that is not 0, and one sentence as the last line but those of the stop; nothing is left running. */
  const fault = async (settings: StartSettings): Promise<string> => {
    const start = await startCommand(settings);
    expect(await start.ended(), start.output).to.equal(1);
    expect(stillAlive(start.processes())).to.deep.equal([]);
    return sentence(start);
  };

  it('names a taken port and what to set', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

    expect(await fault({ port })).to.equal(
      `Port ${port} for the pages and the API is taken by another program: stop that program or choose another port with --port <number> or PORT.`,
    );
    server.close();
  });

  it('names a taken port of the database when that was asked for', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

    expect(await fault({ env: { ...process.env, DATABASE_PORT: String(port) } })).to.match(
      new RegExp(`^Port ${port} for the database is taken .* with DATABASE_PORT\\.$`),
    );
    server.close();
  });

  it('names the versions of Java it found when all are too old', async () => {
    const old = await jdk(join(await throwAwayFolder('jdk'), 'old'), '17.0.15');
    const env = { ...process.env, JAVA_HOME: old, PATH: join(old, 'bin'), JDK_FOLDERS: '/no/such/folder' };

    expect(await fault({ env })).to.match(
      /^The engine needs a JDK of version 21 or newer, but only Java 17 in .* was found/,
    );
  });

  it('says that Maven is missing, and stops the database it had started', async () => {
    const { home } = await findJava();
    const folder = await cloneProject();
    const env = { ...process.env, JAVA_HOME: home, PATH: await pathWith('python3', 'ps') };
    const start = await startCommand({ folder, env });

    // Noted when it begins: later it may be over and done with.
    await until(() => Object.keys(start.processes()).length > 0);
    const processes = start.processes();

    expect(await start.ended()).to.equal(1);
    expect(sentence(start)).to.match(/^Maven builds the engine host, but there is no `mvn` on the PATH: install Maven/);
    expect(Object.keys(processes)).to.deep.equal(['database']);
    expect(stillAlive(processes)).to.deep.equal([]);
  });

  it('says why each way to a database failed when there is neither mongod nor Python', async () => {
    const { home } = await findJava();
    const env = {
      ...process.env,
      JAVA_HOME: home,
      PATH: await pathWith('ps'),
      MONGOMS_DOWNLOAD_MIRROR: 'https://127.0.0.1:9',
    };

    expect(await fault({ env })).to.match(
      /^No database: install Python 3\.10 .* MONGODB_URI: it is not set · mongod on the PATH: there is none · a downloaded mongod: .* does not answer · SecantusDB from PyPI: there is no Python/,
    );
  });

  it('says that the database named by MONGODB_URI does not answer', async () => {
    const uri = `mongodb://127.0.0.1:${await freePort()}/huiyin`;

    expect(await fault({ env: { ...process.env, MONGODB_URI: uri } })).to.match(
      /^The database named by MONGODB_URI .* does not answer/,
    );
  });

  it('says that the data folder cannot be written', async () => {
    const file = join(await throwAwayFolder('file'), 'data');
    await writeFile(file, '');

    expect(await fault({ dataDir: file })).to.match(
      /^The data folder .* cannot be written \(part of its path is a file\): .*--data/,
    );
    expect(await fault({ dataDir: '/proc/huiyin' })).to.match(/^The data folder \/proc\/huiyin cannot be written/);
  });

  it('refuses damaged secrets instead of making new ones', async () => {
    const dataDir = await throwAwayFolder('data');
    await writeFile(join(dataDir, 'secrets.json'), '{"sessionSecret": "x"');

    expect(await fault({ dataDir })).to.match(/secrets\.json is damaged: bring it back from a backup/);
  });

  it('refuses an option it does not know, and a port that is none', async () => {
    expect(await fault({ args: ['--prot', '80'] })).to.match(
      /^Unknown option '--prot'; `npm start -- --help` lists the options\.$/,
    );
    expect(await fault({ env: { ...process.env, WORKERS_PORT: 'http' } })).to.match(
      /^WORKERS_PORT is "http", but a port is/,
    );
  });

  it('is too old a Node: one sentence before anything is installed', async () => {
    const folder = await throwAwayFolder('old-node');
    await writeFile(
      join(folder, 'old.cjs'),
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } });",
    );
    const env = { ...process.env, NODE_OPTIONS: `--require ${join(folder, 'old.cjs')}` };

    expect(await fault({ env })).to.match(/^Huiyin needs Node\.js 20\.19 or newer, this is 18\.20\.0/);
  });
});

/** The one line that tells the fault. */
const sentence = ({ output }: Start): string => {
  const lines = output
    .split('\n')
    .filter((line) => line !== '' && !/^(stopp|  )/.test(line) && !/…$|done in|still at it/.test(line));
  expect(lines, output).to.have.length(1);
  return lines[0]!;
};

/** A PATH on which these programs are, and nothing else. */
const pathWith = async (...names: string[]): Promise<string> => {
  const folder = join(await throwAwayFolder('path'), 'bin');
  await mkdir(folder);
  for (const name of names) await symlink(await programItself(name), join(folder, name));
  return folder;
};

/** What a version manager puts on the PATH is a script that needs a shell: Python is asked where it really lies. */
const programItself = async (name: string): Promise<string> => {
  const found = (await programOnPath(name, process.env.PATH))!;
  if (!name.startsWith('python')) return found;
  const { output } = await runProgram(found, ['-c', 'import sys; print(sys.executable)'], { env: process.env });
  return output.trim();
};
