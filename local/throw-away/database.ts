import { randomBytes } from 'node:crypto';
import { findDatabase } from '../database/find.js';
import { mongodOnPath } from '../database/mongod.js';
import { secantusdb } from '../database/secantusdb.js';
import { freePort } from '../ports.js';
import { supervise } from '../supervise.js';
import { cacheFolder } from '../root.js';
import { endWithProcess, say, throwAwayFolder } from './ending.js';

/** Address of a database that is empty and nobody else's; the server behind it is shared by this process. */
export const throwAwayDatabase = async (): Promise<string> => {
  const address = new URL(await (server ??= startServer()));
  address.pathname = `/test-${randomBytes(6).toString('hex')}`;
  return address.href;
};

let server: Promise<string> | undefined;

/** A mongod where there is one, else SecantusDB; never one that MONGODB_URI names, for its data is thrown away. */
const startServer = async (): Promise<string> => {
  const search = {
    env: process.env,
    dataFolder: await throwAwayFolder('database'),
    cacheFolder,
    port: await freePort(),
    say,
    run: (program: Parameters<typeof supervise>[0]) =>
      supervise(program, { say, onGiveUp: (fault) => say(fault.message) }),
  };
  const { uri, running } = await findDatabase(search, [mongodOnPath, secantusdb]);
  if (running) endWithProcess(running);
  return uri;
};
