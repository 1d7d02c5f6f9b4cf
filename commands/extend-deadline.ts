import { dueAt as endOf } from '../domain/deadline.js';
import { isoWithOffset } from '../domain/local-time.js';
import { assertExtendable } from '../domain/order.js';
import type { Job } from '../engine/jobs.js';
import { SYSTEM } from '../models/collection.js';
import type { OrderDocument } from '../models/orders.js';
import { calendarOf } from '../procedures/locality.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';
import { moveTasks } from './move-tasks.js';
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
 * Moves the deadline of an order (延期) and of its open tasks, and of the case when its lead unit holds it. The diagram re-arms
 * the timers. Thrown ExtensionRefusedError when it is asked late, is no later than the present deadline, or goes over the cap.
 */
export const extendDeadline = (deps: Pick<Deps, 'models' | 'engine' | 'clock' | 'log' | 'localities'>) => {
  const advance = advanceCase(deps);
  const move = moveTasks(deps);

  return async (input: ExtensionAsked, job: Job): Promise<Extended> => {
    const cause = causeOf(job);
    const order = await findOrder(deps, input.caseNumber, input.orderId);
    const { caseNumber, unitId } = order;
    const { timeZone } = deps.localities.get(order.locality);
    const { from, until } = allowed(deps, order, input, cause.key);
    const asked = await deps.models.tasks.latestSubmission({ caseNumber, orderId: order._id });
    const warnAt = new Date(from.getTime() + (until.getTime() - from.getTime()) * WARNED_SHARE);
    const by = asked?.by ?? SYSTEM;
    await deps.models.orders.move(order._id, {
      set: { dueAt: until, warnAt, lamp: 'green' },
      push: { extensions: { cause: cause.key, from, until, at: deps.clock.now(), by } },
    });
    await advance({
      caseNumber,
      cause,
      act: 'extend-deadline',
      by,
      data: { orderId: order._id, unitId, from, until },
      move: order.role === 'lead' ? { set: { dueAt: until, warnAt } } : undefined,
    });
    await move({ caseNumber, orderId: order._id, from, until });

    return { dueAt: isoWithOffset(until, timeZone), warnAt: isoWithOffset(warnAt, timeZone) };
  };
};

/** From when until when; of an extension that is made already, as it was made. Thrown ExtensionRefusedError. */
function allowed(
  { clock, localities }: Pick<Deps, 'clock' | 'localities'>,
  order: OrderDocument,
  { extensionLimit, extensionCap }: ExtensionAsked,
  cause: string,
): { from: Date; until: Date } {
  const { _id: orderId, dueAt, extensions, unitId } = order;
  if (dueAt === undefined) throw new WrongInputError(`交办单 ${orderId} 没有办理期限，无法延期`);
  const earlier = extensions.find((extension) => extension.cause === cause);
  if (earlier !== undefined) return earlier;
  const calendar = calendarOf(localities.get(order.locality), unitId);
  const until = endOf(extensionLimit, dueAt, calendar);
  const first = extensions[0]?.from ?? dueAt;
  assertExtendable({ orderId, dueAt }, clock.now(), until, endOf(extensionCap, first, calendar));

  return { from: dueAt, until };
}
