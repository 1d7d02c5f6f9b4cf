import { dayOf } from '../../domain/local-time.js';
import type { PastCase, PastOrder } from '../support/past-cases.js';

/** Registered and closed in the last quarter of 2020 (mission.md, helinger). */
export const REGISTERED = 818;
export const CLOSED = 760;
/** Open ones past their deadline. */
export const LATE = 20;

const HOUR = 3_600_000;
const first = Date.parse('2020-09-30T16:00:00Z');
const DAYS = 92;

const of = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;
/** Spread as life spreads it: much of the first, little of the last. */
const mostly = <T>(values: readonly T[], n: number): T => {
  const at = ((n * 7_919) % 1_000) / 1_000;

  return values[Math.floor(at * at * values.length)] as T;
};

const units = [
  ...['housing', 'third-community', 'chengguan-town', 'first-community', 'water-company', 'urban-management'],
  ...['second-community', 'north-a-village', 'transport', 'fourth-community', 'south-a-village', 'heating-company'],
  ...['east-town', 'human-resources', 'fifth-community', 'north-b-village', 'education', 'east-a-village', 'health'],
];
const places = units.filter((id) => /community|village|town/.test(id));
const categories = [
  ...['sewer', 'heating', 'water', 'housing-quality', 'title-deed', 'unpaid-wages', 'power', 'land', 'labour'],
  ...['gas', 'housing', 'other'],
];
const hours = [9, 10, 8, 15, 16, 14, 11, 17, 20, 19, 7, 12, 21, 13, 22, 6, 2];

/** A quarter's cases of one county, the same each time. */
export const quarterOfCases = (): PastCase[] => Array.from({ length: REGISTERED }, (_, n) => pastCase(n));

function pastCase(n: number): PastCase {
  const day = dayIndex(n);
  const registeredAt = new Date(first + (day * 24 + mostly(hours, n)) * HOUR + (n % 60) * 60_000);
  const isOpen = n >= CLOSED;
  const unitId = mostly(units, n + 3);
  const common = {
    ...{ caseNumber: numberOf(registeredAt, n), locality: 'helinger', registeredAt },
    ...{ channel: mostly(['platform', 'phone', 'web', 'proactive', 'sweep'], n), placeId: mostly(places, n + 5) },
    ...{ kind: mostly(['appeal', 'help', 'complaint', 'consultation', 'suggestion'], n + 1) },
    category: mostly(categories, n + 2),
    orders: [orderOf(n, unitId, isOpen)],
    rungs: ['phone', 'letter', 'interview'].slice(
      0,
      n % 5 === 0 ? 1 + (n % 25 === 0 ? 1 : 0) + (n % 250 === 0 ? 1 : 0) : 0,
    ),
  };
  if (isOpen) return { ...common, stage: of(['handling', 'dispatched', 'callback'], n), dueAt: dueOf(n) };

  return {
    ...{ ...common, stage: 'closed', outcome: mostly(['solved', 'explained', 'answered', 'referred', 'merged'], n) },
    callback: callbackOf(n),
  };
}

/** Of the local day, as numbers are given. */
const numberOf = (at: Date, n: number): string =>
  `HL-${dayOf(at, 'Asia/Shanghai').replaceAll('-', '')}-${String(n).padStart(4, '0')}`;

/** More of them as it grows cold, and hardly any on Sundays. */
function dayIndex(n: number): number {
  const day = Math.floor(DAYS * (((n * 613) % REGISTERED) / REGISTERED) ** 0.8);

  return day % 7 === 3 && n % 3 > 0 ? day + 1 : day;
}

/** Signed within 20 minutes, but for one in 40; each unit misses as much as its place in the list says. */
function orderOf(n: number, unitId: string, isOpen: boolean): PastOrder {
  const misses = n % 40 < 1 + units.indexOf(unitId) / 3;
  const times = { signBy: 1 / 3, signedAt: misses ? 2 : 0.2, dueAt: 72 };

  return { unitId, ...times, ...(isOpen ? {} : { repliedAt: n % 23 === 0 ? 80 : 40 }) };
}

const dueOf = (n: number): Date => new Date(n - CLOSED < LATE ? '2020-12-30T00:00:00Z' : '2021-01-30T00:00:00Z');

function callbackOf(n: number): NonNullable<PastCase['callback']> {
  if (n % 30 === 0) return { reached: false };
  const [solved, satisfied] = [n % 12 !== 1, n % 17 !== 2];
  const mark = (step: number) => (n % step === 0 ? 'fair' : n % 19 === 3 ? 'poor' : 'good');
  const factors = { attitude: mark(9), ability: mark(5), ease: mark(4), speed: mark(3) };

  return { reached: true, solved, satisfied, factors };
}
