import { createHmac } from 'node:crypto';

import type { MessageAdapter } from './adapter.js';

const TIMEOUT_MS = 10_000;

/** The gateway of a provider (SMS, telephone, WeChat, mail) refused a message. */
export class GatewayRefusedError extends Error {
  override readonly name = 'GatewayRefusedError';

  constructor(
    readonly status: number,
    channel: string,
  ) {
    super(`the gateway answered ${status} to a message by ${channel}`);
  }
}

/**
 * Posts each message as JSON to one address of the operator, who forwards it to the providers. The body is signed:
 * `X-Huiyin-Signature` is the hex HMAC-SHA256 of the body; `Idempotency-Key` is the message's id.
 */
export const gatewayAdapter = (url: string, secret: string): MessageAdapter => ({
  name: 'gateway',
  send: async (message) => {
    const body = JSON.stringify(message);
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': message.id,
        'x-huiyin-signature': createHmac('sha256', secret).update(body).digest('hex'),
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new GatewayRefusedError(answer.status, message.channel);
  },
});
