import express, { Router } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startPage } from './start-page.js';

const year = 365 * 24 * 60 * 60 * 1000;

/** The built pages where there are any, each address of theirs answered by the one page; else the start page. */
export function webPages(folder: string | undefined): Router {
  const router = Router();
  if (folder === undefined || !existsSync(join(folder, 'index.html'))) {
    router.get('/', (_request, response) => void response.type('html').send(startPage));

    return router;
  }
  // Files under assets/ carry a hash of their content in their names.
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: year, fallthrough: false }));
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get(/^\/(?!api(\/|$))/, (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'));
  });

  return router;
}
