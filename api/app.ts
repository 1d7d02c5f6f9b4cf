import compression from 'compression';
import express, { Router, type Express } from 'express';
import type { ApiDeps } from './deps.js';
import { errorHandler } from './error-handler.js';
import { createMetrics } from './metrics.js';
import { apiPage } from './openapi/api-page.js';
import { securityHeaders } from './pages/security-headers.js';
import { webPages } from './pages/web-pages.js';
import { notFound } from './problems/problem-error.js';
import { createRateLimits, defaultRates } from './rate-limits.js';
import { requestLog } from './request-log.js';
import { defaultMaxFileBytes, readUpload } from './requests/read-upload.js';
import { createVerifyAnswer } from './requests/verify-answer.js';
import { allRoutes } from './routes/all-routes.js';
import { mount } from './routing.js';
import { createIdentify } from './session/identify.js';
import { createTokens } from './session/tokens.js';

/** The whole HTTP side: API below `/api`, health for those who watch, and the pages. Does not listen yet. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.trustProxy);
  const metrics = createMetrics();
  app.use(requestLog(deps.log), metrics.measureRequests, securityHeaders(deps.mapTiles?.address), compression());
  // Where a process is watched from is fixed by custom; the answers are the API's own.
  app.get(['/health', '/ready', '/metrics'], (request, _response, next) => {
    request.url = `/api${request.path}`;
    next();
  });
  app.use('/api', apiRouter(deps, metrics));
  app.use(webPages(deps.webFolder));
  app.use(() => {
    throw notFound('这个页面');
  });
  app.use(errorHandler);

  return app;
}

function apiRouter(deps: ApiDeps, metrics: ReturnType<typeof createMetrics>): Router {
  const {
    models,
    localities,
    sessionSecret,
    rates = defaultRates,
    verifyAnswers = false,
    maxFileBytes = defaultMaxFileBytes,
  } = deps;
  const tokens = createTokens(sessionSecret);
  const router = Router();
  router.use(apiPage());
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(
    mount(allRoutes(deps, { tokens, metrics }), {
      identify: createIdentify({ users: models.users, localities, tokens }),
      readUpload: readUpload(maxFileBytes),
      limits: createRateLimits(rates),
      verifyAnswer: verifyAnswers ? createVerifyAnswer() : undefined,
    }),
  );
  router.use(() => {
    throw notFound('这个接口');
  });

  return router;
}
