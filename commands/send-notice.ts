import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { readAddressBook, type Concerned } from './address-book.js';
import { causeOf } from './cause.js';
import { deliver } from './deliver.js';
import type { Deps } from './deps.js';
import { caseData, orderData } from './document-data.js';
import { formsData } from './forms-data.js';
import { recipientsOf, type AddressBook, type Recipient } from './recipients.js';

/** From the diagram's headers: which message, to whom, by which channels. */
export interface NoticeHeaders {
  notice: string;
  to: string;
  channels: readonly string[];
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'renderNotice'>;

/**
 * Sends a short message to a unit, the centre, a leader, a line or the people who reported: a notice in the record, and
 * an entry of the outbox for each channel. Thrown WrongInputError when the diagram does not say to whom.
 */
export const sendNotice = (deps: Needs) => {
  const advance = advanceCase(deps);

  return async (concerned: Concerned, { notice, to, channels }: NoticeHeaders, job: Job): Promise<void> => {
    const cause = causeOf(job);
    const book = await readAddressBook(deps, concerned, to);
    const recipients = recipientsOf(to, book);
    const data = await noticeData(deps, book);
    const texts = recipients.map((recipient) => ({ recipient, text: write(deps, book, { notice, recipient, data }) }));
    await deps.models.notices.insert({
      _id: cause.key,
      caseNumber: book.found._id,
      orderId: book.order?._id,
      unitId: recipients[0]?.unitId,
      kind: notice,
      at: deps.clock.now(),
      by: { name: '系统' },
      result: { to: recipients.map((recipient) => recipient.to), channels: [...channels] },
    });
    await deliver(deps, { cause: cause.key, caseNumber: book.found._id, kind: notice, channels, recipients: texts });
    await advance({
      caseNumber: book.found._id,
      cause,
      act: 'send-notice',
      data: { notice, to, channels: channels.join('、'), orderId: book.order?._id, unitId: recipients[0]?.unitId },
    });
  };
};

async function noticeData({ models }: Needs, book: AddressBook): Promise<Record<string, unknown>> {
  const forms = formsData(await models.tasks.ofCase(book.found._id), book.order?._id, book.locality);
  const { found, order, locality } = book;

  return {
    locality: { name: locality.name, hotline: locality.hotline },
    case: { ...caseData(found, locality), mergedInto: found.mergedInto },
    order: order && {
      ...orderData(order, locality.network.unit(order.unitId)),
      number: order.number,
      signedAt: order.signedAt,
    },
    forms,
    result: (forms['joint-summary'] ?? forms['handle'])?.['reply'],
    line: locality.lines.find(({ id }) => id === (book.lineId ?? found.lineId))?.name,
    meeting: book.meeting,
  };
}

function write(
  { renderNotice }: Needs,
  { locality }: AddressBook,
  { notice, recipient, data }: { notice: string; recipient: Recipient; data: Record<string, unknown> },
): string {
  return renderNotice({
    locality: locality.id,
    notice,
    timeZone: locality.timeZone,
    data: { ...data, unit: recipient.name },
  });
}
