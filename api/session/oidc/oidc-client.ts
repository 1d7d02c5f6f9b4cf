import * as client from 'openid-client';
import { loopback, type OidcSettings } from './oidc-settings.js';

/** What stays with the browser between leaving for the provider and coming back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Own address to go back to. */
  readonly to: string;
}

export interface OidcClient {
  /** Where to send the browser, and what it must bring back. Thrown when the provider does not answer. */
  begin(redirectUri: string, to: string): Promise<{ address: URL; attempt: Attempt }>;
  /** The user id that the provider vouches for; undefined when it names none. Thrown when anything about the answer is not right. */
  end(answer: URL, attempt: Attempt): Promise<string | undefined>;
}

/** Authorization code flow with PKCE, state and nonce, as openid-client checks it. The provider is looked up when it is first needed. */
export function createOidcClient({ issuer, clientId, clientSecret, userClaim }: OidcSettings): OidcClient {
  let known: Promise<client.Configuration> | undefined;
  const discover = (): Promise<client.Configuration> =>
    (known ??= client
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: 10,
        // Only for a provider on this very machine; the configuration refuses plain HTTP elsewhere.
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so as a warning, not as going away
        execute: loopback(issuer) ? [client.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        known = undefined;
        throw error;
      }));

  return {
    begin: async (redirectUri, to) => {
      const configuration = await discover();
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });

      return { address, attempt: { state, nonce, verifier, to } };
    },
    end: async (answer, { state, nonce, verifier }) => {
      const configuration = await discover();
      const tokens = await client.authorizationCodeGrant(configuration, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const named = claims?.[userClaim] ?? (await moreAbout(configuration, tokens, claims?.sub))[userClaim];

      return typeof named === 'string' && named !== '' ? named : undefined;
    },
  };
}

/** Many providers tell all but the subject only when they are asked for it. */
async function moreAbout(
  configuration: client.Configuration,
  { access_token }: client.TokenEndpointResponse,
  subject: string | undefined,
): Promise<Record<string, unknown>> {
  if (subject === undefined || configuration.serverMetadata().userinfo_endpoint === undefined) return {};

  return client.fetchUserInfo(configuration, access_token, subject);
}
