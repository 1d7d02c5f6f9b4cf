import type { Connection } from 'mongoose';

import { OPEN_STAGES } from '../domain/case.js';
import type { OrderState } from '../domain/order.js';
import { anyOf } from './any-of.js';
import type { CaseDocument } from './case-document.js';
import type { NoticeDocument } from './notices.js';
import type { OrderDocument } from './orders.js';
import type { TaskDocument } from './tasks.js';

const CASE_FIELDS = {
  locality: 1,
  stage: 1,
  title: 1,
  urgency: 1,
  lamp: 1,
  dueAt: 1,
  warnAt: 1,
  holder: 1,
  confidential: 1,
  parties: 1,
  registeredBy: 1,
  accusedUnitId: 1,
  registeredAt: 1,
  closedAt: 1,
} as const;
/** What is counted and shown of a case, and what decides who may see it. */
export type CaseRow = Pick<CaseDocument, '_id' | keyof typeof CASE_FIELDS>;

const ORDER_FIELDS = {
  caseNumber: 1,
  locality: 1,
  number: 1,
  unitId: 1,
  role: 1,
  state: 1,
  lamp: 1,
  issuedAt: 1,
  signBy: 1,
  dueAt: 1,
  warnAt: 1,
  chased: 1,
} as const;
/** What is counted and shown of an order. */
export type OrderRow = Pick<OrderDocument, '_id' | keyof typeof ORDER_FIELDS>;

const TASK_FIELDS = { locality: 1, unitId: 1, candidateGroups: 1, assignee: 1, confidential: 1 } as const;
/** What decides whose a task is. */
export type TaskRow = Pick<TaskDocument, '_id' | keyof typeof TASK_FIELDS>;

/** An open task that is a rung of supervision, with what the diagram knew when it came up. */
export type RungTask = Omit<TaskDocument, 'submission' | 'pending' | 'draft'>;

/** States in which the unit has to do something now: 签收 or 办理. */
const UNDER_WAY: readonly OrderState[] = ['issued', 'signed'];

export const isUnderWay = ({ state }: Pick<OrderDocument, 'state'>): boolean => UNDER_WAY.includes(state);

/** What is open now, over several collections, in few fields: what boards are made of. */
export const openOpenWork = ({ connection }: { connection: Connection }) => {
  const cases = connection.collection<CaseDocument>('cases');
  const orders = connection.collection<OrderDocument>('orders');
  const tasks = connection.collection<TaskDocument>('tasks');
  const notices = connection.collection<NoticeDocument>('notices');
  const caseRows = (query: object) => cases.find<CaseRow>(query, { projection: CASE_FIELDS }).toArray();
  const orderRows = (query: object) => orders.find<OrderRow>(query, { projection: ORDER_FIELDS }).toArray();

  // The index is found for what stands alone (models/read-list.ts).
  const rungTasks = (query: object) =>
    tasks
      .aggregate<RungTask>([
        { $match: query },
        { $match: { state: 'created', 'variables.rung': { $exists: true } } },
        { $project: { submission: 0, pending: 0, draft: 0 } },
      ])
      .toArray();

  return {
    /** All cases that are not closed. A stage at a time: equality finds its index on every server. */
    cases: async (): Promise<CaseRow[]> => (await Promise.all(OPEN_STAGES.map((stage) => caseRows({ stage })))).flat(),
    /** Cases registered or closed since this moment; one that was both comes twice. */
    casesSince: async (since: Date): Promise<CaseRow[]> =>
      (
        await Promise.all([caseRows({ registeredAt: { $gte: since } }), caseRows({ closedAt: { $gte: since } })])
      ).flat(),
    /** All orders that are to be signed or handled. */
    orders: async (): Promise<OrderRow[]> => (await Promise.all(UNDER_WAY.map((state) => orderRows({ state })))).flat(),
    caseRows: (caseNumbers: readonly string[]) => caseRows({ _id: { $in: [...caseNumbers] } }),
    orderRows: (orderIds: readonly string[]) => orderRows({ _id: { $in: [...orderIds] } }),
    /** Whose tasks these are, for those who are told that one changed. */
    taskRows: (taskKeys: readonly string[]) =>
      tasks.find<TaskRow>({ _id: { $in: [...taskKeys] } }, { projection: TASK_FIELDS }).toArray(),
    casesOfNotices: async (noticeIds: readonly string[]): Promise<string[]> => {
      const found = await notices.find({ _id: { $in: [...noticeIds] } }, { projection: { caseNumber: 1 } }).toArray();

      return found.map(({ caseNumber }) => caseNumber);
    },
    /** Orders for which a rung of supervision waits for somebody of this group. */
    chasedOrders: async (candidateGroup: string): Promise<OrderRow[]> => {
      const waiting = await rungTasks({ candidateGroups: candidateGroup, state: 'created' });
      const ids = waiting.flatMap(({ orderId }) => (orderId === undefined ? [] : [orderId]));

      return ids.length === 0 ? [] : orderRows({ _id: { $in: ids } });
    },
    /** Open tasks of these cases that are a rung of supervision (督办). */
    rungTasks: async (caseNumbers: readonly string[]): Promise<RungTask[]> =>
      caseNumbers.length === 0 ? [] : rungTasks({ caseNumber: anyOf(caseNumbers) }),
  };
};
export type OpenWork = ReturnType<typeof openOpenWork>;
