import type { Request, Response } from 'express';
import type { ApiDeps } from '../deps.js';
import { notFound } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { createAttemptCookie } from '../session/oidc/attempt-cookie.js';
import { createOidcClient } from '../session/oidc/oidc-client.js';
import { setSessionCookie } from '../session/session-cookie.js';
import type { Tokens } from '../session/tokens.js';

type Names = 'readSignInWays' | 'signInElsewhere' | 'signedInElsewhere';

/** Why a sign-in at the provider did not lead to a session; the sign-in page has words for each. */
type Refusal = 'unreachable' | 'expired' | 'refused' | 'unknown';

/** Signing in at a provider (OpenID Connect). The session is the same as after a local sign-in, for accounts that we know. */
export const oidcRoutes = ({ models, oidc, sessionSecret, log }: ApiDeps, tokens: Tokens): Handlers<Names> => {
  const provider = oidc === undefined ? undefined : createOidcClient(oidc);
  const attempts = createAttemptCookie(sessionSecret);
  const refuse = (response: Response, why: Refusal, to = '/') =>
    go(response, `/sign-in?oidc=${why}&to=${encodeURIComponent(to)}`);

  async function startSession(request: Request, response: Response, userId: string): Promise<void> {
    const { token, sessionId, expiresAt } = await tokens.sign(userId);
    await models.users.startSession(userId, { id: sessionId, until: expiresAt });
    setSessionCookie(request, response, token);
  }

  return {
    readSignInWays: () => Promise.resolve({ oidc: oidc === undefined ? null : { name: oidc.name } }),
    signInElsewhere: async ({ query, request, response }) => {
      if (provider === undefined) throw notFound('统一身份认证');
      const to = ownAddress(query.to);
      try {
        const { address, attempt } = await provider.begin(redirectUri(request), to);
        await attempts.set(request, response, attempt);
        go(response, address.href);
      } catch (error) {
        log.warn({ err: error }, 'the OpenID Connect provider does not answer');
        refuse(response, 'unreachable', to);
      }
    },
    signedInElsewhere: async ({ request, response }) => {
      if (provider === undefined) throw notFound('统一身份认证');
      const attempt = await attempts.take(request, response);
      if (attempt === undefined) {
        refuse(response, 'expired');
        return;
      }
      const answer = new URL(request.originalUrl, redirectUri(request));
      let userId: string | undefined;
      try {
        userId = await provider.end(answer, attempt);
      } catch (error) {
        log.warn({ err: error }, 'a sign-in at the OpenID Connect provider was not accepted');
        refuse(response, 'refused', attempt.to);
        return;
      }
      const user = userId === undefined ? null : await models.users.find(userId);
      if (user === null || user.disabled) {
        refuse(response, 'unknown', attempt.to);
        return;
      }
      await startSession(request, response, user._id);
      go(response, attempt.to);
    },
  };
};

function go(response: Response, address: string): undefined {
  response.set('Location', address);
}

/** Where the provider answers to: our own address as the browser knows it. */
function redirectUri(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}/api/session/oidc/callback`;
}

/** An address of ours, never another site's. */
function ownAddress(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/';
}
