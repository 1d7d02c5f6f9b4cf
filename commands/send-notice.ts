import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { readAddressBook, type Concerned } from './address-book.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { notify } from './notify.js';

/** From the diagram: which message, to whom, by which channels. */
export interface NoticeHeaders {
  notice: string;
  to: string;
  channels: readonly string[];
  /** Why something that was asked for is refused, in words for whoever asked. */
  refusal?: string | undefined;
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'renderNotice'>;

/**
 * Sends a short message to a unit, the centre, a leader, a line or the people who reported: a notice in the record, and
 * an entry of the outbox for each channel. Thrown WrongInputError when the diagram does not say to whom.
 */
export const sendNotice = (deps: Needs) => {
  const advance = advanceCase(deps);
  const send = notify(deps);

  return async (concerned: Concerned, { notice, to, channels, refusal }: NoticeHeaders, job: Job): Promise<void> => {
    const cause = causeOf(job);
    const book = await readAddressBook(deps, concerned, to);
    const recipients = await send(book, { key: cause.key, notice, to, channels, refusal });
    await advance({
      caseNumber: book.found._id,
      cause,
      act: 'send-notice',
      data: {
        notice,
        to,
        channels: channels.join('、'),
        orderId: book.order?._id,
        unitId: recipients[0]?.unitId,
        refusal,
      },
    });
  };
};
