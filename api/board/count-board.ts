import { STAGES, type Stage } from '../../domain/case.js';
import { dayOf, instantAt } from '../../domain/local-time.js';
import type { CaseRow, OrderRow } from '../../models/open-work.js';
import type { Locality } from '../../procedures/locality.js';
import type { Board, BoardCase, BoardOrder, BoardUnit } from '../contract/board.js';
import { moment, momentOrNull } from '../presenters/moment.js';
import type { OpenRows } from './open-rows.js';
import { byTime, lampOfCase } from './urgency.js';

/** Entries that a list of a board shows. */
const SHOWN = 50;
/** Instead of a title. */
const UNTOLD = '反映本单位或下属单位的诉求（标题不显示）';

type Tally = Board['lamps'];
const nothing = (): Tally => ({ green: 0, yellow: 0, red: 0, none: 0 });

export interface BoardParts {
  readonly rows: OpenRows;
  readonly locality: Locality;
  readonly now: Date;
  readonly live: Board['live'];
  /** Whether the reader may open a case; the lists leave out the others. */
  readonly maySee: (row: CaseRow) => boolean;
  /** Whether its title may be told: it may name who complained about the reader's own people. */
  readonly mayReadTitle: (row: CaseRow) => boolean;
}

/** The board of a locality: everything counted, and the most urgent of what the reader may see. */
export function countBoard({ rows, locality, now, live, maySee, mayReadTitle }: BoardParts): Board {
  const titleOf = (row: CaseRow): string => (mayReadTitle(row) ? row.title : UNTOLD);
  const cases = rows.cases(locality.id).map((row) => ({ row, lamp: lampOfCase(row, now) }));
  const orders = rows.orders(locality.id);
  const lamps = nothing();
  for (const { lamp } of cases) lamps[lamp ?? 'none'] += 1;
  const seen = cases.filter(({ row }) => maySee(row)).sort((one, other) => byTime(one.row.dueAt, other.row.dueAt));
  const present = ({ row, lamp }: (typeof seen)[number]): BoardCase =>
    presentCase({ ...row, title: titleOf(row) }, lamp, locality);
  const list = (lamp: 'red' | 'yellow') => {
    const found = seen.filter((each) => each.lamp === lamp);

    return { total: found.length, items: found.slice(0, SHOWN).map(present) };
  };

  return {
    locality: locality.id,
    localityName: locality.name,
    at: moment(now),
    live,
    open: cases.length,
    today: rows.since(locality.id, instantAt(dayOf(now, locality.timeZone), 0, locality.timeZone)),
    stages: countStages(cases.map(({ row }) => row.stage)),
    lamps,
    units: countUnits(cases, orders, locality),
    late: list('red'),
    soon: list('yellow'),
    unsigned: listUnsigned(rows, orders, locality, (row) => (maySee(row) ? titleOf(row) : undefined)),
  };
}

function countStages(stages: readonly Stage[]): Board['stages'] {
  const open = STAGES.filter((stage) => stage !== 'closed');

  return open.map((stage) => ({ stage, count: stages.filter((each) => each === stage).length }));
}

function countUnits(
  cases: readonly { row: CaseRow; lamp: keyof Tally | undefined }[],
  orders: readonly OrderRow[],
  { network }: Locality,
): BoardUnit[] {
  const units = new Map<string, BoardUnit>();
  const of = (unitId: string): BoardUnit => {
    const name = network.find(unitId)?.name ?? unitId;
    const unit = units.get(unitId) ?? { unitId, name, open: 0, unsigned: 0, ...nothing() };
    units.set(unitId, unit);

    return unit;
  };
  for (const { row, lamp } of cases) {
    if (row.holder === undefined) continue;
    const unit = of(row.holder.unitId);
    unit.open += 1;
    unit[lamp ?? 'none'] += 1;
  }
  for (const order of orders) if (order.state === 'issued') of(order.unitId).unsigned += 1;

  return [...units.values()].sort((a, b) => b.red - a.red || b.yellow - a.yellow || b.open - a.open);
}

function presentCase(row: CaseRow, lamp: keyof Tally | undefined, { network }: Locality): BoardCase {
  const unitId = row.holder?.unitId;

  return {
    caseNumber: row._id,
    title: row.title,
    stage: row.stage,
    urgency: row.urgency ?? null,
    lamp: lamp === 'none' ? null : (lamp ?? null),
    unitId: unitId ?? null,
    unitName: unitId === undefined ? null : (network.find(unitId)?.name ?? unitId),
    dueAt: momentOrNull(row.dueAt),
  };
}

function listUnsigned(
  rows: OpenRows,
  orders: readonly OrderRow[],
  { network }: Locality,
  titleOf: (row: CaseRow) => string | undefined,
): Board['unsigned'] {
  const waiting = orders
    .flatMap((order) => {
      const row = order.state === 'issued' ? rows.case(order.caseNumber) : undefined;

      const title = row === undefined ? undefined : titleOf(row);

      return title === undefined ? [] : [{ order, title }];
    })
    .sort((one, other) => byTime(one.order.signBy ?? one.order.issuedAt, other.order.signBy ?? other.order.issuedAt));
  const items = waiting.slice(0, SHOWN).map(({ order, title }): BoardOrder => ({
    orderId: order._id,
    caseNumber: order.caseNumber,
    title,
    unitId: order.unitId,
    unitName: network.find(order.unitId)?.name ?? order.unitId,
    issuedAt: moment(order.issuedAt),
    signBy: momentOrNull(order.signBy),
  }));

  return { total: waiting.length, items };
}
