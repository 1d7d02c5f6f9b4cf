import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** `open` passes bytes on, `refusing` drops every connection at once, `silent` takes them in and never answers. */
export type ProxyState = 'open' | 'refusing' | 'silent';

export interface LeakyProxy {
  /** `host:port` to connect to instead of the target. */
  address: string;
  /** Connections taken since the proxy was made. */
  connections(): number;
  /** Present connections are cut, except when it falls silent: those stay and carry nothing. */
  become(state: ProxyState): void;
  close(): Promise<void>;
}

/** A TCP proxy that fails as networks do. */
export async function leakyProxy(target: string): Promise<LeakyProxy> {
  const [host, port] = target.split(':');
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let state: ProxyState = 'open';
  let connections = 0;
  const server = createServer((near) => {
    connections += 1;
    near.on('error', () => near.destroy());
    if (state === 'refusing') {
      near.destroy();

      return;
    }
    const far = connect(Number(port), host);
    const pair = { near, far };
    pairs.add(pair);
    near.on('data', (bytes) => state === 'open' && far.write(bytes));
    far.on('data', (bytes) => state === 'open' && near.write(bytes));
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => {
      near.destroy();
      pairs.delete(pair);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    become: (next) => {
      const wasSilent = state === 'silent';
      state = next;
      if (next === 'refusing' || wasSilent) pairs.forEach(({ near }) => near.destroy());
    },
    close: async () => {
      pairs.forEach(({ near }) => near.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
