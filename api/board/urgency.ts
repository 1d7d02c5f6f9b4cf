import { isBefore } from '../../domain/case.js';
import { lampAt, worseLamp, type Lamp } from '../../domain/supervision.js';
import type { CaseRow, OrderRow } from '../../models/open-work.js';

/** `lampAt` for times that may be missing. */
const lampByTime = (now: Date, { warnAt, dueAt }: { warnAt?: Date | undefined; dueAt?: Date | undefined }): Lamp =>
  lampAt(now, { ...(warnAt && { warnAt }), ...(dueAt && { dueAt }) });

/** The lamp of a case now; the timer that keeps it may be a moment late. What was answered in time stays as it was. */
export function lampOfCase(row: CaseRow, now: Date): Lamp | undefined {
  if (row.dueAt === undefined || !isBefore(row.stage, 'replied')) return row.lamp;

  return worseLamp(row.lamp ?? 'green', lampByTime(now, row));
}

/** `chased`: a rung of supervision waits for somebody, or for its time, whatever the deadline. */
export type Concern = 'unsigned' | 'late' | 'soon' | 'chased';

/** Why an order is chased, the gravest reason first; undefined when it need not be. */
export function concernOf(order: OrderRow, now: Date): Concern | undefined {
  const lamp = worseLamp(order.lamp ?? 'green', lampByTime(now, order));
  if (lamp === 'red') return 'late';
  if (order.state === 'issued' && order.signBy !== undefined && order.signBy < now) return 'unsigned';
  if (lamp === 'yellow') return 'soon';

  return isOnLadder(order, now) ? 'chased' : undefined;
}

/** Whether its ladder goes on by itself. One that a unit was chased up for not signing ends when it signs. */
const isOnLadder = ({ chased, state }: OrderRow, now: Date): boolean =>
  chased !== undefined && chased.until > now && (chased.cause !== 'unsigned' || state === 'issued');

/** The moment that the concern is about. */
export const untilOf = (order: OrderRow, concern: Concern): Date | undefined =>
  concern === 'unsigned' || (concern === 'chased' && order.state === 'issued') ? order.signBy : order.dueAt;

/** The earlier the more urgent; what has no time comes last. */
export const byTime = (one: Date | undefined, other: Date | undefined): number =>
  (one?.getTime() ?? Infinity) - (other?.getTime() ?? Infinity) || 0;
