/** The package brings no types; this is the part that the tests use. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  interface Account {
    accountId: string;
    claims(): Record<string, unknown> & { sub: string };
  }

  export class Provider {
    constructor(
      issuer: string,
      configuration: Record<string, unknown> & { findAccount(context: unknown, id: string): Account },
    );
    callback(): RequestListener;
  }
}
