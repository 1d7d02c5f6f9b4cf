import { jwtVerify, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';

/** How long a sign-in holds, in seconds: one long shift. */
export const sessionSeconds = 12 * 60 * 60;

/** A session of a person; its id stands in the account until it ends. */
export interface Session {
  readonly sessionId: string;
  readonly userId: string;
}

export interface Tokens {
  sign(userId: string): Promise<Session & { token: string; expiresAt: Date }>;
  /** Undefined for a token that is not ours, was changed, or is too old. */
  verify(token: string): Promise<Session | undefined>;
}

const algorithm = 'HS256';
const issuer = 'huiyin';

/** Signs and reads session tokens. They run by real time, also where a story has stopped the clock of the cases. */
export function createTokens(secret: string): Tokens {
  const key = new TextEncoder().encode(secret);

  return {
    async sign(userId) {
      const sessionId = randomUUID();
      const expiresAt = new Date((Math.floor(Date.now() / 1000) + sessionSeconds) * 1000);
      const token = await new SignJWT({})
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(issuer)
        .setSubject(userId)
        .setJti(sessionId)
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .sign(key);

      return { token, sessionId, userId, expiresAt };
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, { issuer, algorithms: [algorithm] });

        return payload.sub === undefined || payload.jti === undefined
          ? undefined
          : { userId: payload.sub, sessionId: payload.jti };
      } catch {
        return undefined;
      }
    },
  };
}
