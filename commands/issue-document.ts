import { ASSESSMENT_CHANNEL } from '../domain/assessment.js';
import type { Job } from '../engine/jobs.js';
import type { OfficialDocument } from '../models/documents.js';
import { advanceCase } from './advance-case.js';
import { readAddressBook, type Concerned } from './address-book.js';
import { assessmentData } from './assessment-data.js';
import { causeOf } from './cause.js';
import { deliver } from './deliver.js';
import type { Deps } from './deps.js';
import { caseData, orderData } from './document-data.js';
import { formsData, resultOf } from './forms-data.js';
import { keepDocument } from './keep-document.js';
import { recipientsOf, type AddressBook, type Recipient } from './recipients.js';

/** From the diagram's headers: which document, to whom, and by which channels its addressees learn of it. */
export interface DocumentHeaders {
  document: string;
  to: string;
  channels: readonly string[];
}

export interface Issued {
  documentId: string;
  /** Unit of the leader who is to read it, when it goes to one: tasks for that leader follow. */
  leaderUnitId?: string | undefined;
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'render' | 'renderNotice'>;

/**
 * Issues an official document on a case: rendered once, numbered, kept with the case, its addressees told.
 * Thrown WrongInputError when the diagram does not say to whom, TemplateMissingError when there is no such document.
 */
export const issueDocument = (deps: Needs) => {
  const keep = keepDocument(deps);
  const advance = advanceCase(deps);

  return async (concerned: Concerned, { document, to, channels }: DocumentHeaders, job: Job): Promise<Issued> => {
    const cause = causeOf(job);
    const book = await readAddressBook(deps, concerned, to);
    const recipients = recipientsOf(to, book);
    const kept = await keep({
      documentId: `${cause.key}/${document}`,
      caseNumber: book.found._id,
      orderId: book.order?._id,
      document,
      locality: book.locality,
      addressee: recipients.map(({ name }) => name).join('、'),
      legalBasis: concerned.legalBasis ?? undefined,
      issuedAt: deps.clock.now(),
      data: await documentData(deps, book),
    });
    await tell(deps, { kept, book, recipients, channels, cause: cause.key });
    await advance({
      caseNumber: book.found._id,
      cause,
      act: 'issue-document',
      data: {
        document,
        number: kept.number,
        documentId: kept._id,
        addressee: kept.addressee,
        orderId: book.order?._id,
      },
      // Who is told of the report on a period reads it where its case is.
      ...(to === 'assessed' ? { move: { parties: recipients.flatMap(({ unitId }) => unitId ?? []) } } : {}),
    });

    return { documentId: kept._id, ...(to === 'leader' ? { leaderUnitId: recipients[0]?.unitId } : {}) };
  };
};

/** What a template may say: the case, the order, the meeting, and what was last written in each form. */
export async function documentData(
  { models }: Pick<Deps, 'models'>,
  { found, order, meeting, unitId, locality }: AddressBook,
): Promise<Record<string, unknown>> {
  const [tasks, orders, assessment] = await Promise.all([
    models.tasks.ofCase(found._id),
    models.orders.ofCase(found._id),
    found.channel === ASSESSMENT_CHANNEL ? models.assessments.find(found._id) : null,
  ]);
  const forms = formsData(tasks, order?._id, locality);

  return {
    case: caseData(found, locality),
    order: order && orderData(order, locality.network.unit(order.unitId)),
    unit: locality.network.find(order?.unitId ?? unitId ?? '')?.name,
    orders: orders.map((one) => orderData(one, locality.network.unit(one.unitId))),
    result: resultOf(forms),
    answeredBy: [...new Set(orders.filter(({ reply }) => reply !== undefined).map(({ unitId }) => unitId))]
      .map((unitId) => locality.network.find(unitId)?.name ?? unitId)
      .join('、'),
    forms,
    // A template must find the name, whatever kind of case it is.
    assessment: assessment === null ? undefined : assessmentData({ assessment, locality, tasks }),
    meeting: meeting && {
      ...meeting,
      attendees: meeting.attendees.map((unitId) => locality.network.find(unitId)?.name ?? unitId),
    },
  };
}

interface Telling {
  kept: OfficialDocument;
  book: AddressBook;
  recipients: readonly Recipient[];
  channels: readonly string[];
  cause: string;
}

async function tell(deps: Needs, { kept, book, recipients, channels, cause }: Telling): Promise<void> {
  const { locality, found } = book;
  const text = deps.renderNotice({
    locality: locality.id,
    notice: 'document',
    timeZone: locality.timeZone,
    data: {
      locality: { name: locality.name, hotline: locality.hotline },
      document: { title: kept.title, number: kept.number },
      case: { number: found._id },
    },
  });
  const recipientsTold = recipients.map((recipient) => ({ recipient, text }));
  await deliver(deps, { cause, caseNumber: found._id, kind: kept.kind, channels, recipients: recipientsTold });
}
