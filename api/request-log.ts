import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from 'pino';
import { randomUUID } from 'node:crypto';
import { errorFacts } from '../log.js';

interface SerializedRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}

/** One line a request: method, path, status, time. No body, no query value, no header: they may be personal. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: () => randomUUID(),
    serializers: {
      req: ({ id, method, url }: SerializedRequest) => ({ id, method, path: url.split('?', 1)[0] }),
      // Left alone, pino-http would write the error's message, which may quote what a person sent.
      err: ({ raw }: { raw: unknown }) => errorFacts(raw),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'warn' : 'debug'),
  });
}
