import type { Request, Response } from 'express';
import { sessionSeconds } from './tokens.js';

const name = 'huiyin_session';

/** Not readable by scripts, never sent from other sites; `Secure` wherever the request came over TLS. */
const attributes = (request: Request) =>
  ({ httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/api' }) as const;

export function setSessionCookie(request: Request, response: Response, token: string): void {
  response.cookie(name, token, { ...attributes(request), maxAge: sessionSeconds * 1000 });
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(name, attributes(request));
}

/** The token of a request: from `Authorization: Bearer`, else from the cookie. */
export function tokenOf(request: Request): { token: string; from: 'header' | 'cookie' } | undefined {
  const bearer = /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, from: 'header' };
  const cookie = request.headers.cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));

  return cookie === undefined ? undefined : { token: cookie.slice(name.length + 1), from: 'cookie' };
}
