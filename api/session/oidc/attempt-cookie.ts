import type { Request, Response } from 'express';
import { jwtVerify, SignJWT } from 'jose';
import type { Attempt } from './oidc-client.js';

const name = 'huiyin_oidc';
const seconds = 10 * 60;
const algorithm = 'HS256';
/** Not the issuer of sessions: one can never be taken for the other. */
const issuer = 'huiyin-oidc';

/** `lax`, for the provider's answer comes from another site; only its own address gets it. */
const attributes = (request: Request) =>
  ({ httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/api/session/oidc' }) as const;

/** Keeps what a sign-in at the provider began with, signed, in the browser that began it. */
export function createAttemptCookie(secret: string) {
  const key = new TextEncoder().encode(secret);

  return {
    async set(request: Request, response: Response, attempt: Attempt): Promise<void> {
      const token = await new SignJWT({ ...attempt })
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(issuer)
        .setIssuedAt()
        .setExpirationTime(`${seconds} s`)
        .sign(key);
      response.cookie(name, token, { ...attributes(request), maxAge: seconds * 1000 });
    },
    /** Undefined when there is none, it is too old, or not ours. It is good for once. */
    async take(request: Request, response: Response): Promise<Attempt | undefined> {
      const token = cookieOf(request);
      response.clearCookie(name, attributes(request));
      if (token === undefined) return undefined;
      try {
        const { payload } = await jwtVerify(token, key, { issuer, algorithms: [algorithm] });

        return payload as unknown as Attempt;
      } catch {
        return undefined;
      }
    },
  };
}

function cookieOf(request: Request): string | undefined {
  const cookie = request.headers.cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));

  return cookie?.slice(name.length + 1);
}
