import type { NoticeDocument } from '../../models/notices.js';
import type { CaseRow, OrderRow, RungTask } from '../../models/open-work.js';
import type { Locality } from '../../procedures/locality.js';
import type { Climb } from '../board/ladders.js';
import type { Step } from '../board/next-rung.js';
import { untilOf, type Concern } from '../board/urgency.js';
import type { DoneRung, Ladder, SupervisedOrder } from '../contract/board.js';
import type { Person } from '../policies/person.js';
import { moment, momentOrNull } from './moment.js';

/** An order that is chased, with all that is known of its ladder. */
export interface ChasedOrder {
  readonly order: OrderRow;
  readonly row: CaseRow;
  readonly concern: Concern;
  readonly ladders: readonly ChasedLadder[];
}

/** A ladder with what comes next on it. */
export type ChasedLadder = Climb & { readonly next: (Step & { readonly at: Date | undefined }) | undefined };

export function presentSupervisedOrder(chased: ChasedOrder, person: Person, { network }: Locality): SupervisedOrder {
  const { order, row, concern, ladders } = chased;

  return {
    orderId: order._id,
    number: order.number,
    caseNumber: order.caseNumber,
    title: row.title,
    unitId: order.unitId,
    unitName: network.find(order.unitId)?.name ?? order.unitId,
    role: order.role,
    state: order.state,
    lamp: order.lamp ?? null,
    concern,
    issuedAt: moment(order.issuedAt),
    signBy: momentOrNull(order.signBy),
    dueAt: momentOrNull(order.dueAt),
    until: momentOrNull(untilOf(order, concern)),
    ladders: ladders.map((ladder) => presentLadder(ladder, person)),
  };
}

function presentLadder({ cause, over, tasks, notices, next }: ChasedLadder, person: Person): Ladder {
  return {
    cause: cause ?? null,
    over,
    tasks: tasks.map((task) => presentRungTask(task, person)),
    done: notices.map(presentRung),
    next: next === undefined ? null : { rung: next.rung, at: momentOrNull(next.at) },
  };
}

function presentRungTask({ _id, name, variables, dueAt, assignee }: RungTask, person: Person) {
  const { rung, rungNumber } = variables;

  return {
    taskKey: _id,
    name,
    rung: String(rung),
    rungNumber: typeof rungNumber === 'number' ? rungNumber : null,
    dueAt: momentOrNull(dueAt),
    mine: assignee === person.userId,
    claimed: assignee !== undefined,
  };
}

function presentRung({ rung, at, by, documentId, result }: NoticeDocument): DoneRung {
  return {
    rung: rung ?? '',
    at: moment(at),
    by: by.name,
    documentId: documentId ?? null,
    result: result ?? null,
  };
}
