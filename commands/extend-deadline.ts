import { dueAt as endOf } from '../domain/deadline.js';
import { isoWithOffset } from '../domain/local-time.js';
import { assertExtendable } from '../domain/order.js';
import type { Job } from '../engine/jobs.js';
import { SYSTEM } from '../models/collection.js';
import { calendarOf } from '../procedures/locality.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';
import { WrongInputError } from './wrong-input-error.js';

export interface ExtensionAsked {
  caseNumber: string;
  orderId: string;
  /** How much longer, counted from the present deadline, e.g. `3d`. */
  extensionLimit: string;
  /** The most that the table allows, counted from the first deadline. */
  extensionCap: string;
}

/** ISO 8601 with the locality's offset, ready for timers. */
export interface Extended {
  dueAt: string;
  warnAt: string;
}

/** The unit is warned when a quarter of the added time is left. */
const WARNED_SHARE = 0.75;

/**
 * Moves the deadline of an order (延期), and of the case when its lead unit holds it. The diagram re-arms the timers.
 * Thrown ExtensionRefusedError when it is asked late, is no later than the present deadline, or goes over the cap.
 */
export const extendDeadline = (deps: Pick<Deps, 'models' | 'clock' | 'log' | 'localities'>) => {
  const advance = advanceCase(deps);

  return async (input: ExtensionAsked, job: Job): Promise<Extended> => {
    const cause = causeOf(job);
    const order = await findOrder(deps, input.caseNumber, input.orderId);
    if (order.dueAt === undefined) throw new WrongInputError(`交办单 ${order._id} 没有办理期限，无法延期`);
    const earlier = order.extensions.find((extension) => extension.cause === cause.key);
    const locality = deps.localities.get(order.locality);
    const from = earlier?.from ?? order.dueAt;
    const until = earlier?.until ?? endOf(input.extensionLimit, from, calendarOf(locality, order.unitId));
    const first = order.extensions[0]?.from ?? order.dueAt;
    const now = deps.clock.now();
    if (earlier === undefined)
      assertExtendable(
        { orderId: order._id, dueAt: order.dueAt },
        now,
        until,
        endOf(input.extensionCap, first, calendarOf(locality, order.unitId)),
      );
    const asked = await deps.models.tasks.latestSubmission({ caseNumber: input.caseNumber, orderId: order._id });
    const warnAt = new Date(from.getTime() + (until.getTime() - from.getTime()) * WARNED_SHARE);
    const by = asked?.by ?? SYSTEM;
    await deps.models.orders.move(order._id, {
      set: { dueAt: until, warnAt },
      push: { extensions: { cause: cause.key, from, until, at: now, by } },
    });
    const { moved } = await advance({
      caseNumber: order.caseNumber,
      cause,
      act: 'extend-deadline',
      by,
      data: { orderId: order._id, unitId: order.unitId, from, until },
      move: order.role === 'lead' ? { set: { dueAt: until, warnAt } } : undefined,
    });
    deps.log.debug({ caseNumber: order.caseNumber, orderId: order._id, ofCase: moved !== null }, 'deadline moved');

    return { dueAt: isoWithOffset(until, locality.timeZone), warnAt: isoWithOffset(warnAt, locality.timeZone) };
  };
};
