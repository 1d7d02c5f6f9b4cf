import { SYSTEM } from '../models/collection.js';
import { deliver } from './deliver.js';
import type { Deps } from './deps.js';
import { caseData, orderData } from './document-data.js';
import { formsData, resultOf } from './forms-data.js';
import { recipientsOf, type AddressBook, type Recipient } from './recipients.js';

/** A short message: which, to whom, by which channels; the same key sends it once. */
export interface Notification {
  key: string;
  notice: string;
  to: string;
  channels: readonly string[];
  /** Why something that was asked for is refused: told, and kept with the notice. */
  refusal?: string | undefined;
  /** What its template may say besides the case, the order and what was handed in. */
  data?: Readonly<Record<string, unknown>>;
}

export type NotifyNeeds = Pick<Deps, 'models' | 'clock' | 'localities' | 'renderNotice'>;

/**
 * Keeps a short message with the case and puts it into the outbox, for each recipient and channel; answers the recipients.
 * Thrown WrongInputError when the diagram does not say to whom, NoticeMissingError.
 */
export const notify =
  (deps: NotifyNeeds) =>
  async (
    book: AddressBook,
    { key, notice, to, channels, refusal, data: more = {} }: Notification,
  ): Promise<Recipient[]> => {
    const recipients = recipientsOf(to, book);
    const data = { ...(await noticeData(deps, book)), refusal, ...more };
    const texts = recipients.map((recipient) => ({ recipient, text: write(deps, book, { notice, recipient, data }) }));
    const caseNumber = book.found._id;
    await deps.models.notices.insert({
      _id: key,
      caseNumber,
      orderId: book.order?._id,
      unitId: recipients[0]?.unitId,
      kind: notice,
      at: deps.clock.now(),
      by: SYSTEM,
      result: {
        to: recipients.map((recipient) => recipient.to),
        channels: [...channels],
        ...(refusal === undefined ? {} : { refusal }),
      },
    });
    await deliver(deps, { cause: key, caseNumber, kind: notice, channels, recipients: texts });

    return recipients;
  };

async function noticeData({ models }: NotifyNeeds, book: AddressBook): Promise<Record<string, unknown>> {
  const forms = formsData(await models.tasks.ofCase(book.found._id), book.order?._id, book.locality);
  const { found, order, locality } = book;

  return {
    locality: { name: locality.name, hotline: locality.hotline },
    case: { ...caseData(found, locality), mergedInto: found.mergedInto },
    order: order && orderData(order, locality.network.unit(order.unitId)),
    forms,
    result: resultOf(forms),
    line: locality.lines.find(({ id }) => id === (book.lineId ?? found.lineId))?.name,
    meeting: book.meeting,
  };
}

function write(
  { renderNotice }: NotifyNeeds,
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
