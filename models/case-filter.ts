import type { CaseFilter } from './case-document.js';

/** The query of a list of cases. */
export function caseFilter(filter: CaseFilter): Record<string, unknown> {
  const query: Record<string, unknown> = {
    locality: anyOf(filter.localities),
    stage: anyOf(filter.stages),
    kind: anyOf(filter.kinds),
    category: anyOf(filter.categories),
    channel: anyOf(filter.channels),
    lamp: anyOf(filter.lamps),
    'holder.unitId': anyOf(filter.unitIds),
    'caller.phoneHash': filter.phoneHash,
    confidential: filter.confidential,
    registeredAt: between(filter.from, filter.until),
    title: filter.text === undefined ? undefined : { $regex: literal(filter.text), $options: 'i' },
    ...(filter.overdueAt === undefined ? {} : { dueAt: { $lt: filter.overdueAt }, closedAt: null }),
  };

  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

function anyOf(values: readonly string[] | undefined): unknown {
  if (values === undefined) return undefined;

  return values.length === 1 ? values[0] : { $in: values };
}

function between(from: Date | undefined, until: Date | undefined): unknown {
  if (from === undefined && until === undefined) return undefined;

  return { ...(from === undefined ? {} : { $gte: from }), ...(until === undefined ? {} : { $lt: until }) };
}

/** The text as a pattern that means itself. */
function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
