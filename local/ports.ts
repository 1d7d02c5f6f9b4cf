import { createServer } from 'node:net';
import { StartFault } from './start-fault.js';

/** Below the ports that systems give to outgoing connections: one of those could take a port that nobody listens on yet. */
const FIRST = 15_000;
const COUNT = 17_000;
/** So many in a row that are taken have another cause. */
const TRIES = 100;
/** Processes that choose at the same time begin far apart. */
let next = (process.pid * 131) % COUNT;

/** A port that is free at this moment; another one each time, so that several are chosen before the first is listened on. */
export const freePort = async (host = '127.0.0.1'): Promise<number> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    next = (next + 1) % COUNT;
    const port = FIRST + next;
    if (await isFree(port, host)) return port;
  }
  return listenOnce(0, host);
};

export const isFree = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  listenOnce(port, host).then(
    () => true,
    () => false,
  );

/** Which variable or option moves this port, for the sentence that names a taken one. */
export interface PortWish {
  purpose: string;
  port: number;
  /** Set by the user: taken means stop. A mere preference gives way to any free port. */
  fixed: boolean;
  change: string;
}

/** Thrown StartFault when a port the user asked for is taken or not to be had. */
export const choosePort = async ({ purpose, port, fixed, change }: PortWish, host?: string): Promise<number> => {
  try {
    return await (port === 0 ? freePort(host) : listenOnce(port, host));
  } catch (error) {
    if (!fixed) return freePort(host);
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    const why = taken ? 'is taken by another program' : `cannot be listened on (${(error as Error).message})`;
    throw new StartFault(
      `Port ${port} for ${purpose} ${why}: stop that program or choose another port with ${change}.`,
      {
        cause: error,
      },
    );
  }
};

const listenOnce = (port: number, host = '127.0.0.1'): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
