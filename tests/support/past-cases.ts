import type { Connection } from 'mongoose';

/** A case as its procedure left it in the database: what figures are made of, and no more. */
export interface PastCase {
  readonly caseNumber: string;
  readonly locality: string;
  readonly registeredAt: Date;
  readonly channel: string;
  readonly kind?: string;
  readonly category?: string;
  readonly placeId?: string;
  readonly stage: string;
  readonly outcome?: string;
  readonly dueAt?: Date;
  readonly orders?: readonly PastOrder[];
  readonly callback?: { reached: boolean; solved?: boolean; satisfied?: boolean; factors?: Record<string, string> };
  readonly rungs?: readonly string[];
}

/** Times in hours since the case was registered. */
export interface PastOrder {
  readonly unitId: string;
  readonly role?: string;
  readonly signBy: number;
  readonly signedAt?: number;
  readonly dueAt: number;
  readonly repliedAt?: number;
}

const HOUR = 3_600_000;
const by = { name: '系统' };

export async function putPastCases(connection: Connection, cases: readonly PastCase[]): Promise<void> {
  const put = async (collection: string, rows: readonly object[]) => {
    if (rows.length > 0)
      await connection.collection(collection).insertMany([...rows] as never, { ignoreUndefined: true });
  };
  await put('cases', cases.map(caseRow));
  await put('orders', cases.flatMap(orderRows));
  await put('callbacks', cases.flatMap(callbackRows));
  await put('notices', cases.flatMap(noticeRows));
}

function caseRow(one: PastCase): object {
  const { caseNumber, locality, registeredAt, channel, kind, category, placeId, stage, outcome, dueAt, orders } = one;
  const parties = orders?.map(({ unitId }) => unitId) ?? [];
  const closedAt = stage === 'closed' ? at(one, 48) : undefined;

  return {
    ...{ _id: caseNumber, locality, registeredAt, channel, kind, category, stage, outcome, dueAt, parties, closedAt },
    place: placeId === undefined ? undefined : { unitId: placeId },
    ...{ title: '往年的件', text: '往年的件', confidential: false, caller: { masked: {} }, codeHash: '', items: [] },
    ...{ responsible: [], callers: [], opening: {}, applied: [], round: 1, registeredBy: by },
  };
}

const orderRows = (one: PastCase): object[] =>
  (one.orders ?? []).map(({ unitId, role = 'lead', signBy, signedAt, dueAt, repliedAt }, index) => ({
    ...{ _id: `${one.caseNumber}/${index + 1}`, cause: `${one.caseNumber}/${index + 1}`, number: '往年' },
    ...{ caseNumber: one.caseNumber, locality: one.locality, unitId, role, issuedAt: one.registeredAt },
    ...{ signBy: at(one, signBy), signedAt: at(one, signedAt), dueAt: at(one, dueAt), repliedAt: at(one, repliedAt) },
    ...{ state: repliedAt === undefined ? (signedAt === undefined ? 'issued' : 'signed') : 'accepted' },
    ...{ returns: [], extensions: [], reviews: [], designated: false },
  }));

function callbackRows(one: PastCase): object[] {
  if (one.callback === undefined) return [];
  const { factors = {}, ...said } = one.callback;
  const { caseNumber, locality } = one;

  return [
    {
      _id: `${caseNumber}#1`,
      caseNumber,
      locality,
      round: 1,
      attempt: 1,
      sampled: false,
      ...said,
      factors,
      at: at(one, 47),
      by,
    },
  ];
}

const noticeRows = (one: PastCase): object[] =>
  (one.rungs ?? []).map((rung, index) => ({
    ...{ _id: `${one.caseNumber}#${rung}`, caseNumber: one.caseNumber, kind: 'supervision', rung },
    ...{ rungNumber: index + 1, at: at(one, 30 + index), by },
  }));

function at({ registeredAt }: Pick<PastCase, 'registeredAt'>, hours: number): Date;
function at({ registeredAt }: Pick<PastCase, 'registeredAt'>, hours: number | undefined): Date | undefined;
function at({ registeredAt }: Pick<PastCase, 'registeredAt'>, hours: number | undefined): Date | undefined {
  return hours === undefined ? undefined : new Date(registeredAt.getTime() + hours * HOUR);
}
