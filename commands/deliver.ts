import type { Deps } from './deps.js';
import type { Recipient } from './recipients.js';

/** A text to be brought to people outside, by each of the channels. */
export interface Delivery {
  /** The same cause delivers once. */
  cause: string;
  caseNumber: string;
  kind: string;
  channels: readonly string[];
  recipients: readonly { recipient: Recipient; text: string }[];
}

/** Puts messages into the outbox, one a recipient and channel; the sender takes them from there. */
export async function deliver({ models, clock }: Pick<Deps, 'models' | 'clock'>, delivery: Delivery): Promise<void> {
  const { cause, caseNumber, kind, channels, recipients } = delivery;
  const nextAt = clock.now();
  await Promise.all(
    recipients.flatMap(({ recipient, text }) =>
      channels.map((channel) =>
        models.outbox.insert({
          _id: `${cause}/${channel}/${recipient.to}`,
          caseNumber,
          channel,
          to: recipient.to,
          kind,
          text,
          state: 'pending',
          attempts: 0,
          nextAt,
        }),
      ),
    ),
  );
}

/** `wechat,phone` of a diagram's header as a list. */
export const channelsOf = (header: string | undefined): string[] =>
  (header ?? '')
    .split(',')
    .map((channel) => channel.trim())
    .filter((channel) => channel !== '');
