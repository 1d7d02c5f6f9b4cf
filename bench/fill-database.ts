import type { CaseDocument } from '../models/cases.js';
import type { Models } from '../models/open-models.js';
import type { OrderDocument } from '../models/orders.js';
import type { TaskDocument } from '../models/tasks.js';
import type { ListSizes } from './lists.js';
import { LOCALITY } from './whole-system.js';

/** Units that the cases are dealt out to. */
const UNITS = 100;
/** Rows in one write. */
const BATCH = 1_000;
const MINUTE = 60_000;

/** Writes cases as years of work leave them, each with its order and its task; the newest of them are open. */
export async function fillDatabase(models: Models, { listed, listedOpen }: ListSizes): Promise<void> {
  const now = Date.now();
  const write = (name: string, rows: readonly object[]) =>
    models.connection.collection(name).insertMany([...rows] as never, { ordered: false });
  for (let first = 0; first < listed; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, listed - first) }, (_, n) => first + n);
    const isOpen = (n: number): boolean => n >= listed - listedOpen;
    await write(
      'cases',
      numbers.map((n) => caseRow(n, new Date(now - (listed - n) * MINUTE), isOpen(n))),
    );
    await write(
      'orders',
      numbers.map((n) => orderRow(n, new Date(now - (listed - n) * MINUTE), isOpen(n))),
    );
    await write(
      'tasks',
      numbers.map((n) => taskRow(n, new Date(now - (listed - n) * MINUTE), isOpen(n))),
    );
  }
}

const numberOf = (n: number): string => `ZZ-20200101-${String(n).padStart(6, '0')}`;
const unitOf = (n: number): string => `bench-unit-${n % UNITS}`;
const dueOf = (at: Date, n: number): Date => new Date(at.getTime() + (n % 14) * 24 * 60 * MINUTE);

function caseRow(n: number, at: Date, open: boolean): Omit<CaseDocument, 'opening'> & { opening: object } {
  return {
    _id: numberOf(n),
    locality: LOCALITY,
    stage: open ? 'handling' : 'closed',
    channel: 'phone',
    kind: 'help',
    category: 'heating',
    urgency: 'normal',
    title: '供热管道漏水',
    text: '楼道进水，全楼停热，家里有老人和孩子，请尽快抢修。',
    items: [],
    caller: { masked: {} },
    confidential: n % 50 === 0,
    codeHash: '',
    registeredAt: at,
    registeredBy: { name: '坐席' },
    dueAt: dueOf(at, n),
    lamp: n % 9 === 0 ? 'yellow' : 'green',
    holder: { unitId: unitOf(n), orderId: `${numberOf(n)}/1` },
    responsible: [],
    parties: ['center', unitOf(n)],
    round: 1,
    callers: [],
    opening: {},
    unsent: [],
    applied: [],
    ...(open ? {} : { closedAt: dueOf(at, n), outcome: 'solved' }),
  };
}

function orderRow(n: number, at: Date, open: boolean): OrderDocument {
  return {
    _id: `${numberOf(n)}/1`,
    caseNumber: numberOf(n),
    locality: LOCALITY,
    cause: `bench:${n}`,
    number: String(n),
    unitId: unitOf(n),
    role: 'lead',
    state: open ? (n % 5 === 0 ? 'issued' : 'signed') : 'accepted',
    issuedAt: at,
    dueAt: dueOf(at, n),
    returns: [],
    extensions: [],
    reviews: [],
    designated: false,
  };
}

function taskRow(n: number, at: Date, open: boolean): TaskDocument {
  // Of a hundred posts, one is the agents', whose list is asked for.
  const post = n % UNITS === 0 ? 'center/agent' : `${unitOf(n)}/clerk`;

  return {
    _id: String(n),
    caseNumber: numberOf(n),
    caseTitle: '供热管道漏水',
    locality: LOCALITY,
    elementId: 'handle',
    name: '承办',
    processId: 'handling',
    version: 1,
    definitionKey: '1',
    processInstanceKey: '1',
    candidateGroups: [`${LOCALITY}/${post}`],
    dueAt: dueOf(at, n),
    priority: 50,
    state: open ? 'created' : 'completed',
    unitId: unitOf(n),
    orderId: `${numberOf(n)}/1`,
    variables: {},
    createdAt: at,
    ...(open ? {} : { completedAt: dueOf(at, n) }),
  };
}
