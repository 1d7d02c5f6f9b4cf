import type { Job } from '../engine/jobs.js';
import { dueAt, warnAt } from '../domain/deadline.js';
import { isoWithOffset } from '../domain/local-time.js';
import { OPEN_ORDER_STATES } from '../domain/order.js';
import type { OrderDocument } from '../models/orders.js';
import type { StepDocument } from '../models/steps.js';
import { calendarOf } from '../procedures/locality.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findCase, findOrder } from './find-case.js';

/** Limits as a deadline table gives them, e.g. `{sign: '20m', solve: '3d', warn: '75%'}`. */
export interface Limits {
  solve: string;
  sign?: string | null | undefined;
  contact?: string | null | undefined;
  /** Until when the unit may send the order back. */
  objection?: string | null | undefined;
  warn?: string | null | undefined;
}

/** ISO 8601 with the locality's offset, ready for timers. */
export interface Deadline {
  dueAt: string;
  warnAt: string;
  /** Words of the table for people, e.g. `24 小时`; without them the limit in its own notation. */
  deadlineClass: string;
}

export interface DeadlineInput {
  caseNumber: string;
  limits: Limits;
  /** Who is to handle an order that is still to be issued: its calendar counts. */
  unitId?: string | null | undefined;
  orderId?: string | undefined;
  deadlineClass?: string | undefined;
  /** Whose deadline: the case's own, or that of an order (which may be one still to be issued). */
  of?: 'case' | 'order' | undefined;
}

/** Warned at three quarters of the time when the table says nothing. */
const USUAL_WARNING = '75%';

/**
 * Computes when an order is due by the calendar of its unit, from now or from when it was issued; or a case, by that of the
 * locality, until its lead order is dispatched and brings its own. Coming again it answers what it answered first. Thrown CalendarMissingError; LimitMalformedError is a fault of the table.
 */
export const setDeadline = (deps: Pick<Deps, 'models' | 'clock' | 'log' | 'localities'>) => {
  const advance = advanceCase(deps);

  return async (
    {
      caseNumber,
      limits,
      unitId,
      orderId,
      deadlineClass = limits.solve,
      of = orderId === undefined ? 'case' : 'order',
    }: DeadlineInput,
    job: Job,
  ): Promise<Deadline> => {
    const [found, order] = await Promise.all([
      findCase(deps, caseNumber),
      of === 'case' || orderId === undefined ? undefined : openOrder(deps, caseNumber, orderId),
    ]);
    const locality = deps.localities.get(found.locality);
    const calendar = calendarOf(locality, of === 'case' ? undefined : (order?.unitId ?? unitId ?? undefined));
    const from = order?.issuedAt ?? deps.clock.now();
    const due = dueAt(limits.solve, from, calendar);
    const warn = warnAt(limits.warn ?? USUAL_WARNING, limits.solve, from, calendar);
    const data: Deadline = {
      dueAt: isoWithOffset(due, locality.timeZone),
      warnAt: isoWithOffset(warn, locality.timeZone),
      deadlineClass,
    };
    const { step } = await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'set-deadline',
      data: { ...data, orderId: order?._id },
      move:
        of === 'case'
          ? ({ data: told }) => ({ set: { ...timesOf(told), deadlineClass: deadlineOf(told).deadlineClass } })
          : undefined,
    });
    if (order !== undefined) await deps.models.orders.move(order._id, { set: timesOf(step.data) });

    return deadlineOf(step.data);
  };
};

/** An order that is returned or done keeps its times: the next one's run from now. */
async function openOrder(
  deps: Pick<Deps, 'models'>,
  caseNumber: string,
  orderId: string,
): Promise<OrderDocument | undefined> {
  const order = await findOrder(deps, caseNumber, orderId);

  return OPEN_ORDER_STATES.includes(order.state) ? order : undefined;
}

function deadlineOf(data: StepDocument['data']): Deadline {
  const { dueAt: due, warnAt: warn, deadlineClass } = data as unknown as Deadline;

  return { dueAt: due, warnAt: warn, deadlineClass };
}

function timesOf(data: StepDocument['data']): { dueAt: Date; warnAt: Date } {
  const deadline = deadlineOf(data);

  return { dueAt: new Date(deadline.dueAt), warnAt: new Date(deadline.warnAt) };
}
