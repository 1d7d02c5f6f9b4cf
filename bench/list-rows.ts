import { candidateGroup, type Role, type Unit } from '../domain/unit.js';
import { STAGES, type Stage } from '../domain/case.js';
import type { Lamp } from '../domain/supervision.js';
import type { CaseDocument } from '../models/cases.js';
import type { Identity } from '../models/identity.js';
import type { OrderDocument } from '../models/orders.js';
import type { TaskDocument } from '../models/tasks.js';
import { wordsOf } from '../models/words.js';
import type { Locality } from '../procedures/locality.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The time in which so many cases came. */
const YEARS_MS = 5 * 365 * DAY;
/** Sealing takes longer than all else of a row, so only some callers are sealed. */
export const SEALED_EVERY = 500;
/** Different callers among so many cases. */
const CALLERS = 30_000;
const TITLES = ['供热管道漏水', '小区路灯不亮', '公交车不按时发车', '医保卡无法结算', '楼道堆放杂物', '自来水浑浊'];
const TEXT =
  '来电人反映：该问题已持续多日，楼道进水，全楼停热，家里有老人和孩子，曾向物业反映未果，希望有关单位尽快处理并答复。';

/** What rows are made for: cases as years of work leave them. */
export interface World {
  readonly locality: Locality;
  /** Units that take orders, the busiest first: an eighth of them has half of all. */
  readonly units: readonly Unit[];
  readonly identity: Pick<Identity, 'phoneHash' | 'seal' | 'codeHash'>;
  readonly cases: number;
  readonly open: number;
  readonly now: number;
}

/** The case, its order and its task of one number. */
export function rowsOf(world: World, n: number): { case: CaseDocument; order: OrderDocument; task: TaskDocument } {
  const { units, cases, open, now } = world;
  const unit = unitOf(units, n);
  const registeredAt = new Date(now - Math.round(((cases - n) / cases) * YEARS_MS));
  const isOpen = openOf(cases - 1 - n, open);
  const dueAt = isOpen
    ? new Date(now + ((n * 7) % 20) * DAY - DAY)
    : new Date(registeredAt.getTime() + (1 + (n % 14)) * DAY);
  const row = { world, n, unit, registeredAt, dueAt, stage: isOpen ? stageOf(n) : ('closed' as const) };

  return { case: caseRow(row), order: orderRow(row), task: taskRow(row) };
}

/** One in three of the newest is open, and some have been for months. */
function openOf(fromNewest: number, open: number): boolean {
  const old = Math.floor(open / 50);

  return fromNewest < 3 * (open - old) ? fromNewest % 3 === 0 : fromNewest >= 6 * open && fromNewest < 6 * open + old;
}

interface Row {
  readonly world: World;
  readonly n: number;
  readonly unit: Unit;
  readonly registeredAt: Date;
  readonly dueAt: Date;
  readonly stage: Stage;
}

export const numberOf = ({ locality }: World, n: number): string =>
  `${locality.prefix}-20200101-${String(n).padStart(6, '0')}`;
export const phoneOf = (n: number): string => `+86139${String(n % CALLERS).padStart(8, '0')}`;
export const codeOf = (n: number): string => `CODE${n}`;

export const handlingUnits = ({ network, center }: Locality): Unit[] =>
  network.units.filter(({ id, staff }) => id !== center && staff.some(({ role }) => role === 'clerk'));

function unitOf(units: readonly Unit[], n: number): Unit {
  const unit = units[Math.floor(units.length * spread(n) ** 3)];
  if (unit === undefined) throw new RangeError('no unit of the locality takes orders');

  return unit;
}

/** A number from 0 to 1 for each n, the same in every run. */
const spread = (n: number): number => ((n * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;

const titleOf = ({ name }: Unit, n: number): string => `${name}：${TITLES[n % TITLES.length] ?? ''}`;

/** Most open cases are with their units. */
function stageOf(n: number): Stage {
  const open = STAGES.filter((stage) => stage !== 'closed');

  return n % 5 === 0 ? (open[n % open.length] ?? 'handling') : 'handling';
}

function lampOf({ now }: World, n: number, dueAt: Date, stage: Stage): Lamp {
  if (stage === 'closed') return n % 9 === 0 ? 'red' : 'green';
  if (dueAt.getTime() < now) return 'red';

  return dueAt.getTime() < now + DAY ? 'yellow' : 'green';
}

function caseRow({ world, n, unit, registeredAt, dueAt, stage }: Row): CaseDocument {
  const { locality, identity } = world;
  const caseNumber = numberOf(world, n);
  const caller = { name: '王先生', phone: phoneOf(n) };
  const by = {
    userId: `${locality.id}.${locality.center}.agent`,
    unitId: locality.center,
    role: 'agent',
    name: '坐席',
  };

  return {
    _id: caseNumber,
    locality: locality.id,
    stage,
    channel: locality.channels[n % locality.channels.length]?.id ?? '',
    kind: n % 2_000 === 0 ? 'complaint' : 'help',
    category: locality.categories[n % locality.categories.length]?.id,
    urgency: n % 40 === 0 ? 'urgent' : 'normal',
    title: titleOf(unit, n),
    words: wordsOf(titleOf(unit, n)),
    text: TEXT,
    items: [{ itemId: '1', text: TEXT, state: stage === 'closed' ? 'answered' : 'open' }],
    place: { unitId: unit.id, address: '幸福小区 3 号楼' },
    caller: {
      sealed: n % SEALED_EVERY === 0 ? identity.seal(caller, caseNumber) : 'v1.'.padEnd(120, 'x'),
      phoneHash: identity.phoneHash(caller.phone),
      masked: { name: '王**', phone: '139****0000' },
    },
    confidential: n % 50 === 0,
    codeHash: identity.codeHash(caseNumber, codeOf(n)),
    registeredAt,
    registeredBy: by,
    dueAt,
    warnAt: new Date(dueAt.getTime() - DAY),
    deadlineClass: '5 个工作日',
    lamp: lampOf(world, n, dueAt, stage),
    holder: { unitId: unit.id, orderId: `${caseNumber}/1` },
    responsible: [{ part: 'lead', level: unit.level, unitId: unit.id, supervisor: '督办', handler: '承办' }],
    parties: [locality.center, unit.id],
    processInstanceKey: String(n),
    round: 1,
    callers: [],
    opening: {
      ...{ _id: `register:${caseNumber}`, caseNumber, number: 1, at: registeredAt, by, act: 'register-case' },
      ...{ data: { channel: 'phone', placeUnitId: unit.id }, previousHash: '', hash: ''.padEnd(64, '0') },
    },
    unsent: [],
    applied: Array.from({ length: 12 }, (_, job) => `job:${n}${job}`),
    ...(stage === 'closed' ? { closedAt: dueAt, outcome: 'solved' } : {}),
  };
}

function orderRow({ world, n, unit, registeredAt, dueAt, stage }: Row): OrderDocument {
  const caseNumber = numberOf(world, n);

  return {
    _id: `${caseNumber}/1`,
    caseNumber,
    locality: world.locality.id,
    cause: `bench:${n}`,
    number: `〔2020〕${n}号`,
    unitId: unit.id,
    role: 'lead',
    state: stage === 'closed' ? 'accepted' : n % 5 === 0 ? 'issued' : 'signed',
    issuedAt: registeredAt,
    signBy: new Date(registeredAt.getTime() + DAY / 12),
    dueAt,
    warnAt: new Date(dueAt.getTime() - DAY),
    returns: [],
    extensions: [],
    reviews: [],
    designated: false,
  };
}

/** Half of the tasks are the agents', so that their post has a long history; few of those are open. */
function taskRow({ world, n, unit, registeredAt, dueAt, stage }: Row): TaskDocument {
  const { id, center } = world.locality;
  const isOpen = stage !== 'closed';
  const kind = (isOpen ? n % 50 : n % 2) === 0 ? 'agent' : isOpen && n % 20 === 1 ? 'rung' : 'clerk';
  const [unitId, role, name] = {
    agent: [center, 'agent', '受理分类'],
    rung: [center, 'supervisor', '电话催办'],
    clerk: [unit.id, 'clerk', '承办'],
  }[kind] as [string, Role, string];

  return {
    _id: String(n),
    caseNumber: numberOf(world, n),
    caseTitle: titleOf(unit, n),
    stage,
    locality: id,
    elementId: kind,
    name,
    processId: 'handling',
    version: 1,
    definitionKey: '1',
    processInstanceKey: String(n),
    formId: 'handle',
    candidateGroups: [candidateGroup(id, unitId, role)],
    ...(n % 4 === 0 ? { assignee: `${id}.${unitId}.${role}`, assigneeUnitId: unitId } : {}),
    dueAt,
    priority: 50,
    lamp: lampOf(world, n, dueAt, stage),
    state: isOpen ? 'created' : 'completed',
    confidential: n % 50 === 0,
    unitId,
    orderId: `${numberOf(world, n)}/1`,
    variables:
      kind === 'rung' ? { rung: 'phone', rungNumber: 1, cause: 'late' } : { routeReason: '供热由住建部门负责' },
    createdAt: registeredAt,
    ...(isOpen
      ? { words: wordsOf(numberOf(world, n), titleOf(unit, n)) }
      : {
          completedAt: dueAt,
          submission: { data: { result: TEXT, method: '现场处理' }, by: { name: '承办人' }, at: dueAt },
        }),
  };
}
