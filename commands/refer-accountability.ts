import type { Job } from '../engine/jobs.js';
import { SYSTEM } from '../models/collection.js';
import { advanceCase } from './advance-case.js';
import { readAddressBook } from './address-book.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { documentData } from './issue-document.js';
import { keepDocument } from './keep-document.js';
import { recipientsOf } from './recipients.js';

export interface Referral {
  caseNumber: string;
  orderId?: string | undefined;
  /** The unit whose conduct is to be looked into. */
  unitId?: string | undefined;
  /** Ids of the bodies that look into it, e.g. the discipline inspection (纪检监察). */
  bodies: readonly string[];
}

/** Hands a lead (问责线索) to the bodies that hold units to account; each one's answer is tracked by the diagram. */
export const referAccountability = (deps: Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'render'>) => {
  const keep = keepDocument(deps);
  const advance = advanceCase(deps);

  return async (input: Referral, document: string, job: Job): Promise<{ referralId: string }> => {
    const cause = causeOf(job);
    const book = await readAddressBook(deps, input, 'bodies');
    const bodies = recipientsOf('bodies', book);
    const at = deps.clock.now();
    const kept = await keep({
      documentId: `${cause.key}/${document}`,
      caseNumber: book.found._id,
      orderId: book.order?._id,
      document,
      locality: book.locality,
      addressee: bodies.map(({ name }) => name).join('、'),
      issuedAt: at,
      data: await documentData(deps, book),
    });
    await deps.models.notices.insert({
      _id: cause.key,
      caseNumber: book.found._id,
      orderId: book.order?._id,
      unitId: book.order?.unitId ?? book.unitId,
      kind: 'accountability',
      at,
      by: SYSTEM,
      result: { bodies: [...input.bodies] },
      documentId: kept._id,
    });
    await advance({
      caseNumber: book.found._id,
      cause,
      act: 'refer-accountability',
      data: { unitId: book.order?.unitId ?? book.unitId, bodies: bodies.map(({ name }) => name).join('、') },
      move: { parties: bodies.flatMap(({ unitId }) => unitId ?? []) },
    });

    return { referralId: cause.key };
  };
};
