import { dayOf } from '../domain/local-time.js';
import type { Job } from '../engine/jobs.js';
import type { CaseDocument } from '../models/case-document.js';
import type { CaseMove } from '../models/cases.js';
import type { OrderDocument, Submission } from '../models/orders.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import { checkReply, ReplyIncompleteError } from './check-reply.js';
import type { Deps } from './deps.js';
import { findCase, findOrder } from './find-case.js';
import { WrongInputError } from './wrong-input-error.js';

export interface ReplyInput {
  caseNumber: string;
  /** Missing for the summary of a joint handling (联合办理), which answers for the case as a whole. */
  orderId?: string | undefined;
  /** Form in which the reply was handed in. */
  form?: string | undefined;
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities'>;

/**
 * Keeps what a unit replied (回复) with its order; the case counts as replied when no other order still waits for one.
 * Thrown ReplyIncompleteError, and WrongInputError when no such form was handed in for the order.
 */
export const recordReply = (deps: Needs) => {
  const advance = advanceCase(deps);

  return async ({ caseNumber, orderId, form = 'reply' }: ReplyInput, job: Job): Promise<void> => {
    const [found, order, reply] = await Promise.all([
      findCase(deps, caseNumber),
      orderId === undefined ? undefined : findOrder(deps, caseNumber, orderId),
      deps.models.tasks.latestSubmission({ caseNumber, formId: form, orderId }),
    ]);
    if (reply === undefined)
      throw new WrongInputError(`${orderId ?? caseNumber} 没有提交过表单 ${form}，请检查作业头 form`);
    assertComplete(deps, found, order, reply);
    if (order !== undefined)
      await deps.models.orders.move(order._id, { to: 'replied', set: { reply, repliedAt: reply.at } });
    const open = await deps.models.orders.openOfCase(caseNumber);
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'record-reply',
      by: reply.by,
      data: { orderId, unitId: order?.unitId, late: order?.dueAt !== undefined && reply.at > order.dueAt },
      move: replied(found, order, open),
    });
  };
};

function assertComplete(
  { localities, clock }: Needs,
  found: CaseDocument,
  order: OrderDocument | undefined,
  reply: Submission,
): void {
  const { categories, timeZone } = localities.get(found.locality);
  const evidence = order?.role === 'support' ? [] : categories.find(({ id }) => id === found.category)?.evidence;
  const faults = checkReply(reply.data, {
    order,
    items: found.items,
    evidence: evidence ?? [],
    today: dayOf(clock.now(), timeZone),
  });
  if (faults.length > 0) throw new ReplyIncompleteError(order?._id ?? found._id, faults);
}

function replied(found: CaseDocument, order: OrderDocument | undefined, open: readonly OrderDocument[]): CaseMove {
  const waiting = open.some(({ _id, state }) => _id !== order?._id && state !== 'replied');
  const items = found.items.map((item) =>
    (order?.itemId ?? item.itemId) === item.itemId && item.state === 'open' && order?.role !== 'support'
      ? { ...item, state: 'answered' as const }
      : item,
  );

  return { to: waiting ? undefined : 'replied', set: { items } };
}
