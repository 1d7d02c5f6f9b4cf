import type { Variables } from './variables.js';

export interface Message {
  name: string;
  /** Who waits for it, e.g. the case number or the order id. */
  correlationKey: string;
  /** Sent twice under the same id within its time to live, it counts once. */
  messageId: string;
  /** How long the engine keeps it for somebody who does not wait yet, in milliseconds. */
  timeToLiveMs: number;
  variables: Variables;
}

export interface Signal {
  name: string;
  variables: Variables;
}
