import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { createApp } from '../api/app.js';
import type { ApiDeps } from '../api/deps.js';
import type { Config } from '../config.js';
import { root } from '../local/root.js';
import type { Closing } from './closing.js';

type Needs = Omit<ApiDeps, 'sessionSecret' | 'trustProxy' | 'demo'>;

/** The bench asks more often than any person may. */
const RATES = { signIn: 1_000_000, lookUp: 1_000_000, report: 1_000_000, upload: 1_000_000 };

/** The API on a free port of this machine. Answers its address. */
export async function serveApi(deps: Needs, config: Config, closing: Closing): Promise<string> {
  const { sessionSecret, trustProxy } = config;
  const app = createApp({
    ...deps,
    ...{ sessionSecret, trustProxy, demo: true, rates: RATES, webFolder: join(root, 'web', 'dist') },
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.add(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
