import { createServer } from 'node:net';
import { StartFault } from './start-fault.js';

/** A port the system hands out: free at this moment. */
export const freePort = (host = '127.0.0.1'): Promise<number> => listenOnce(0, host);

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
    return await listenOnce(port, host);
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
