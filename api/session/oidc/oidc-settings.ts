/** A provider of sign-ins (OpenID Connect) beside the local accounts. */
export interface OidcSettings {
  /** What people read on the button. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claim that names our user id. */
  readonly userClaim: string;
}

/** Whether an address is plain HTTP to this very machine. */
export function loopback(address: string): boolean {
  const { protocol, hostname } = new URL(address);

  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
