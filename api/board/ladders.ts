import type { NoticeDocument } from '../../models/notices.js';
import type { OrderRow, RungTask } from '../../models/open-work.js';
import type { LadderPlace } from './next-rung.js';

/** One ladder of an order: why it is chased, what waits for somebody, what was done, and where it stands. */
export interface Climb {
  readonly cause: string | undefined;
  readonly tasks: readonly RungTask[];
  readonly notices: readonly NoticeDocument[];
  readonly place: LadderPlace | undefined;
  /** Its reason is gone: the diagram has ended it. */
  readonly over: boolean;
}

/** Of all that is known of an order's supervision, its ladders: one not signed and late besides has two, side by side. */
export function laddersOf(
  { _id: orderId, state }: Pick<OrderRow, '_id' | 'state'>,
  all: { readonly tasks: readonly RungTask[]; readonly notices: readonly NoticeDocument[] },
): Climb[] {
  const tasks = all.tasks.filter((task) => task.orderId === orderId);
  const notices = all.notices.filter((notice) => notice.kind === 'supervision' && notice.orderId === orderId);
  const causes = new Set([...notices.map(({ cause }) => cause), ...tasks.map(causeOf)]);

  return [...causes].map((cause) => {
    const waiting = tasks.filter((task) => causeOf(task) === cause);
    const done = notices.filter((notice) => notice.cause === cause);
    const place = placeOf(waiting[0]?.variables) ?? placeOf(done.at(-1));

    return { cause, tasks: waiting, notices: done, place, over: waiting.length === 0 && isOver(cause, state) };
  });
}

/** One that a unit is chased up for not signing ends when it signs. */
const isOver = (cause: string | undefined, state: OrderRow['state']): boolean =>
  cause === 'unsigned' && state !== 'issued';

const causeOf = ({ variables: { cause } }: RungTask): string | undefined =>
  typeof cause === 'string' ? cause : undefined;

function placeOf(known: { cause?: unknown; rungNumber?: unknown } | undefined): LadderPlace | undefined {
  if (typeof known?.cause !== 'string' || typeof known.rungNumber !== 'number') return undefined;

  return { cause: known.cause, rungNumber: known.rungNumber };
}
