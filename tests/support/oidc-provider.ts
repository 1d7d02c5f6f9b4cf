import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const CLIENT = { clientId: 'huiyin', clientSecret: 'a-secret-of-the-provider-for-tests' };

/** A real OpenID Connect provider on this machine: whoever signs in there is who they say, by `preferred_username`. */
export interface TestProvider {
  readonly issuer: string;
  /** Lets our pages at this address be come back to. */
  register(pages: string): void;
  close(): Promise<void>;
}

export async function openProvider(): Promise<TestProvider> {
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const issuer = await listen(server);

  return {
    issuer,
    register: (pages) => {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.clientId,
            client_secret: CLIENT.clientSecret,
            redirect_uris: [`${pages}/api/session/oidc/callback`],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        cookies: { keys: ['only-for-tests'] },
        claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email'] },
        pkce: { required: () => true },
        findAccount: (_context, id) => ({
          accountId: id,
          claims: () => ({ sub: id, preferred_username: id }),
        }),
      });
      answer = provider.callback();
    },
    close: () => closed(server),
  };
}

/** Listens on a free port of this machine and answers its address. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
