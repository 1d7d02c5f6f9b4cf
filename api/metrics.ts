import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What is counted for /metrics. Labels are few and never personal. */
export interface Metrics {
  readonly measureRequests: RequestHandler;
  caseRegistered(locality: string, channel: string): void;
  taskCompleted(locality: string): void;
  /** In Prometheus' text format. */
  text(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'huiyin_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers,
  });
  const cases = new Counter({
    name: 'huiyin_cases_registered_total',
    help: 'Cases registered through this API',
    labelNames: ['locality', 'channel'],
    registers,
  });
  const tasks = new Counter({
    name: 'huiyin_tasks_completed_total',
    help: 'User tasks completed through this API',
    labelNames: ['locality'],
    registers,
  });

  return {
    measureRequests: (request, response, next) => {
      // How long a page stays open says nothing about how fast the API is.
      if (request.get('accept') === 'text/event-stream') {
        next();
        return;
      }
      const stop = requests.startTimer({ method: request.method });
      response.once('finish', () => {
        // The pattern of the route, not the address: one series a route.
        const route = (request.route as { path?: string } | undefined)?.path ?? 'other';
        stop({ route, status: String(response.statusCode) });
      });
      next();
    },
    caseRegistered: (locality, channel) => cases.inc({ locality, channel }),
    taskCompleted: (locality) => tasks.inc({ locality }),
    text: () => registry.metrics(),
  };
}
