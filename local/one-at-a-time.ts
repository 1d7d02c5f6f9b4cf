import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFault } from './start-fault.js';

/**
 * Holds a data folder for this process until it ends, however it ends: a socket is closed by the system, a lock file is not.
 * Thrown StartFault when another process holds it.
 */
export const holdDataFolder = async (folder: string): Promise<Server> => {
  const address = socketFor(await realpath(folder));
  const holder = await askHolder(address);
  if (holder !== undefined)
    throw new StartFault(
      `Huiyin already runs on ${folder} (process ${holder}): stop that one first, or start this one elsewhere with --data <folder>.`,
    );
  if (process.platform !== 'win32') await rm(address, { force: true }); // left by a process that was killed
  return listen(address);
};

/** Not in the data folder: a socket's path must be short. */
const socketFor = (folder: string): string => {
  const name = `huiyin-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
};

const listen = (address: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end(String(process.pid)));
    server.once('error', reject);
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });

const askHolder = (address: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(address);
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.once('error', () => resolve(undefined));
    socket.once('close', (failed) => resolve(failed ? undefined : answer || 'unknown'));
  });
