import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';

import type { Registry } from 'prom-client';

import type { Workers } from '../../engine/run-workers.js';

export interface HealthSources {
  workers: Workers;
  registry: Registry;
  /** Thrown when the database does not answer. */
  pingDatabase(): Promise<void>;
}

const PATIENCE_MS = 3_000;

/**
 * `/health`: the process lives. `/ready`: the database answers and every job type is polled (503 names those that are not).
 * `/metrics`: for Prometheus. Answers the listening server.
 */
export async function serveHealth(sources: HealthSources, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(sources, request.url ?? '/', response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(port, host);
  await once(server, 'listening');

  return server;
}

async function answer(sources: HealthSources, url: string, response: ServerResponse): Promise<void> {
  const [path] = url.split('?', 1);
  if (path === '/health') send(response, 200, { status: 'up' });
  else if (path === '/ready') {
    const readiness = await readinessOf(sources);
    send(response, readiness.ready ? 200 : 503, readiness);
  } else if (path === '/metrics') {
    const { registry } = sources;
    response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
  } else send(response, 404, { status: 'unknown', known: ['/health', '/ready', '/metrics'] });
}

async function readinessOf({ workers, ...sources }: HealthSources) {
  const database = await Promise.race([
    sources.pingDatabase().then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref()),
  ]);
  const idle = workers.ready().filter(({ ready }) => !ready);

  return { ready: database && idle.length === 0, database, notPolled: idle.map(({ type }) => type) };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
