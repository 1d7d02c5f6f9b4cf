import { localTime } from '../domain/local-time.js';
import { holds, holdsAll, inOrder, sameNames } from './compare.js';
import { partiesOf, type Facts } from './facts.js';
import { instantOf, spanOf } from './moment.js';
import type { Expectation } from './story.js';

/** One thing a story expects of a case and whether the record says so. */
export interface Verdict {
  readonly expected: string;
  readonly found: string;
  readonly holds: boolean;
}

type Check<Key extends keyof Expectation> = (
  facts: Facts,
  expected: NonNullable<Expectation[Key]>,
  timeZone: string,
) => { found: unknown; holds: boolean };

/** How each word of an expectation is judged. `refused` and `incidents` are judged where the act is played. */
const CHECKS: { [Key in Exclude<keyof Expectation, 'refused' | 'incidents'>]: Check<Key> } = {
  stage: (facts, expected) => same(facts.case.stage, expected),
  lamp: (facts, expected) => same(facts.case.lamp, expected),
  category: (facts, expected) => same(facts.case.category, expected),
  branch: (facts, expected) => same(facts.case.branch, expected),
  round: (facts, expected) => same(facts.case.round, expected),
  due: (facts, expected, timeZone) => same(minute(facts.case.dueAt, timeZone), expected.slice(0, 16)),
  closed: judgeClosing,
  open: (facts, expected) => {
    const found = facts.tasks.filter((task) => task.state === 'created').map((task) => task.name);
    return { found, holds: sameNames(found, expected) };
  },
  tasks: (facts, expected, timeZone) =>
    among(
      facts.tasks.map((task) => ({ ...task, unit: task.unitId, due: minute(task.dueAt, timeZone) })),
      expected,
    ),
  route: (facts, expected) => {
    const found = facts.steps.map((step) => step.element?.label ?? step.act);
    return { found, holds: inOrder(found, expected) };
  },
  parties: (facts, expected) => {
    const found = partiesOf(facts);
    return { found, holds: sameNames(found, expected) };
  },
  responsible: (facts, expected) => {
    const found = facts.case.responsible.map((row) => ({ ...row, unit: row.unitId }));
    return { found, holds: found.length === expected.length && expected.every((row, n) => holds(found[n], row)) };
  },
  orders: (facts, expected, timeZone) =>
    among(
      facts.orders.map((order) => ({ ...order, unit: order.unitId, returnBy: minute(order.returnBy, timeZone) })),
      expected,
    ),
  documents: (facts, expected) => {
    const found = facts.documents.map((document) => document.kind);
    return { found, holds: inOrder(found, expected) };
  },
  notices: (facts, expected) => {
    const found = facts.notices.map((notice) => ({ ...notice, unit: notice.unitId }));
    const wanted = expected.map((notice) => (typeof notice === 'string' ? { rung: notice } : notice));
    return among(found, wanted);
  },
  callbacks: (facts, expected) => among(facts.callbacks, expected),
  meetings: (facts, expected) => among(facts.meetings, expected),
  messages: (facts, expected) => among(facts.messages, expected),
  likeCases: (facts, expected) => same(facts.likeCases, expected),
};

/** Judges every word of an expectation; an empty list of `notices`, `orders` … means that there are none. */
export function judge(facts: Facts, expectation: Expectation, timeZone: string): Verdict[] {
  return Object.entries(expectation)
    .filter(([key]) => key in CHECKS)
    .map(([key, expected]) => {
      const check = CHECKS[key as keyof typeof CHECKS] as Check<keyof typeof CHECKS>;
      const { found, holds: isSo } = check(facts, expected, timeZone);

      return { expected: `${key}: ${brief(expected)}`, found: brief(found), holds: isSo };
    });
}

function judgeClosing({ case: found }: Facts, expected: NonNullable<Expectation['closed']>, timeZone: string) {
  const { closedAt } = found;
  const faults = [];
  if (closedAt === undefined) faults.push(`open, at stage ${found.stage}`);
  else {
    if (expected.outcome !== undefined && found.outcome !== expected.outcome) faults.push(`outcome ${found.outcome}`);
    const took = closedAt.getTime() - found.registeredAt.getTime();
    if (expected.within !== undefined && took > spanOf(expected.within)) faults.push(`took ${took / 60_000} minutes`);
    const local = localTime(closedAt, timeZone);
    if (expected.at !== undefined && local.slice(0, 16) !== expected.at.slice(0, 16)) faults.push(`at ${local}`);
    if (expected.by !== undefined && closedAt > instantOf(expected.by, timeZone)) faults.push(`at ${local}`);
  }

  return { found: faults.length === 0 ? expected : faults.join(', '), holds: faults.length === 0 };
}

const same = (found: unknown, expected: unknown) => ({ found, holds: holds(found, expected) });

const among = (found: readonly unknown[], expected: readonly unknown[]) => ({
  found,
  holds: expected.length === 0 ? found.length === 0 : holdsAll(found, expected),
});

const minute = (at: Date | undefined, timeZone: string) =>
  at === undefined ? at : localTime(at, timeZone).slice(0, 16);

function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, keepShort);

  return text.length > 2_000 ? `${text.slice(0, 2_000)} …` : text;
}

/** Long and inner fields of records say nothing to somebody who looks why a story failed. */
const INNER = new Set(['html', 'hash', 'template', 'by', 'cause', 'definitionKey', 'candidateGroups', 'text', 'reply']);
const keepShort = (key: string, value: unknown) => (INNER.has(key) ? undefined : value);
