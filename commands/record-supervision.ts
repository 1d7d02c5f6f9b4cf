import { durationMillis } from '../domain/iso-duration.js';
import type { Job } from '../engine/jobs.js';
import { SYSTEM } from '../models/collection.js';
import type { Submission } from '../models/orders.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';

export interface Supervision {
  caseNumber: string;
  orderId?: string | undefined;
  unitId: string;
  /** `phone`, `letter`, `on-site`, `interview`, `joint`, `inspection`, or what a locality's ladder has besides. */
  rung: string;
  /** Why the order is chased, and the place of the rung on its ladder, from 1. */
  cause?: string | undefined;
  rungNumber?: number | undefined;
  /** How long the diagram waits before it climbs the next rung, ISO 8601. */
  wait?: string | undefined;
  /** Form in which a supervisor wrote down the result; a rung that the system climbs by itself has none. */
  form?: string | undefined;
  /** The paper that this rung issued, e.g. the 催办单. */
  documentId?: string | undefined;
}

/**
 * Keeps one rung of supervision (督办) with its result: what a supervisor wrote down, or the paper that went out. What was
 * written down for an earlier rung is not the result of a later one that the system climbs by itself.
 */
export const recordSupervision = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async (supervision: Supervision, job: Job): Promise<void> => {
    const { caseNumber, orderId, unitId, rung, form, documentId } = supervision;
    const cause = causeOf(job);
    const handedIn =
      form === undefined ? undefined : await freshSubmission(deps, { caseNumber, orderId, form }, cause.key);
    const by = handedIn?.by ?? SYSTEM;
    const place = placeOnLadder(supervision, deps.clock.now());
    await deps.models.notices.insert({
      _id: cause.key,
      caseNumber,
      orderId,
      unitId,
      kind: 'supervision',
      rung,
      at: handedIn?.at ?? deps.clock.now(),
      by,
      result: handedIn?.data,
      documentId,
      ...place,
    });
    if (orderId !== undefined && place.nextAt !== undefined)
      await deps.models.orders.move(orderId, { set: { chased: { cause: place.cause, until: place.nextAt } } });
    await advance({ caseNumber, cause, act: 'record-supervision', by, data: { orderId, unitId, rung, documentId } });
  };
};

/** The timer of the diagram starts when this rung is recorded. */
function placeOnLadder({ cause, rungNumber, wait }: Supervision, now: Date) {
  const waitMs = wait === undefined ? undefined : durationMillis(wait);

  return { cause, rungNumber, nextAt: waitMs === undefined ? undefined : new Date(now.getTime() + waitMs) };
}

/** The last submission of the form, unless an earlier rung has it as its result. */
async function freshSubmission(
  { models }: Pick<Deps, 'models'>,
  { caseNumber, orderId, form }: { caseNumber: string; orderId?: string | undefined; form: string },
  cause: string,
): Promise<Submission | undefined> {
  const [handedIn, notices] = await Promise.all([
    models.tasks.latestSubmission({ caseNumber, formId: form, orderId }),
    models.notices.ofCase(caseNumber),
  ]);
  const used = notices.some(
    ({ _id, kind, at, result }) =>
      _id !== cause && kind === 'supervision' && result !== undefined && at.getTime() === handedIn?.at.getTime(),
  );

  return used ? undefined : handedIn;
}
