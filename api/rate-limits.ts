import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { ProblemError } from './problems/problem-error.js';
import type { OperationName } from './routing.js';

/** How many requests one address may make in a minute. */
export interface Rates {
  readonly signIn: number;
  readonly lookUp: number;
  readonly report: number;
  readonly upload: number;
}

/** A hall or a town behind one address still gets through; a machine that guesses does not. */
export const defaultRates: Rates = { signIn: 30, lookUp: 30, report: 20, upload: 30 };

/** Limits on what strangers may try. */
export function createRateLimits(rates: Rates): Partial<Record<OperationName, RequestHandler>> {
  return {
    signIn: perMinute(rates.signIn),
    signInElsewhere: perMinute(rates.signIn),
    signedInElsewhere: perMinute(rates.signIn),
    followCase: perMinute(rates.lookUp),
    withdrawOwnCase: perMinute(rates.lookUp),
    rateOwnCase: perMinute(rates.lookUp),
    reopenOwnCase: perMinute(rates.lookUp),
    reportCase: perMinute(rates.report),
    uploadPublicFile: perMinute(rates.upload),
  };
}

function perMinute(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      next(new ProblemError('TOO_MANY_REQUESTS', '操作过于频繁，请一分钟后再试。'));
    },
  });
}
