import { Router } from 'express';
import swaggerUi from 'swagger-ui-express';
import { buildDocument } from './build-document.js';

/** `/openapi.json` and the page to try it at `/docs`, which asks nothing of other hosts. */
export function apiPage(): Router {
  const router = Router();
  const document = buildDocument();
  router.get('/openapi.json', (_request, response) => void response.json(document));
  router.use('/docs', swaggerUi.serve, swaggerUi.setup(document, { customSiteTitle: '回音 API' }));

  return router;
}
