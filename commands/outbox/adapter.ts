/** Who a message goes to: a caller by phone, a unit or a line by its id, for the gateway to know their numbers. */
export type Destination =
  | { kind: 'caller'; phone: string }
  | { kind: 'unit'; locality: string; unitId: string }
  | { kind: 'line'; lineId: string };

/** One message on its way out. */
export interface OutgoingMessage {
  /** The same id is the same message: a provider that saw it before must not send it again. */
  id: string;
  /** `sms`, `phone`, `wechat`, `mail`, `web`. */
  channel: string;
  to: Destination;
  text: string;
}

/** Brings messages of any channel to people: a provider's gateway, or the local one that only shows them. */
export interface MessageAdapter {
  readonly name: string;
  /** Resolves when the provider took the message. Thrown when it did not: it is tried again. */
  send(message: OutgoingMessage): Promise<void>;
}

/** Sends nothing: the message stays on the outbox page, so that everything can be tried without a provider. */
export const localAdapter: MessageAdapter = { name: 'local', send: () => Promise.resolve() };
