import type { ApiDeps } from '../deps.js';
import type { Metrics } from '../metrics.js';
import { createReadiness } from '../readiness.js';
import type { Handlers } from '../routing.js';

type Names = 'health' | 'ready' | 'metrics';

/** For those who watch the process: they read nothing of any case. */
export const systemRoutes = (deps: ApiDeps, metrics: Metrics): Handlers<Names> => {
  const readiness = createReadiness(deps);

  return {
    health: () => Promise.resolve({ status: 'up' as const }),
    ready: async ({ response }) => {
      const answer = await readiness();
      response.status(answer.ready ? 200 : 503);

      return answer;
    },
    metrics: () => metrics.text(),
  };
};
