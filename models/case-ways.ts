import { OPEN_STAGES, type Stage } from '../domain/case.js';
import { anyOf } from './any-of.js';
import type { CaseFilter, CaseScope, CaseSort } from './case-document.js';
import { caseFilter } from './case-filter.js';
import { MOST_UNITS, orderOf, type ListQuery, type Order, type Way } from './read-list.js';

/** How a list of cases is read: the indexes of models/case-schema.ts, and where its first rows are. */
export function caseList(filter: CaseFilter, sort: CaseSort): ListQuery {
  const order = orderOf(sort);

  return { ...waysOf(filter, order), filter: caseFilter(filter), order, sparse: isSparse(filter, order) };
}

/** Filters that no index answers, and units too many for one. */
function isSparse(filter: CaseFilter, { field }: Order): boolean {
  const { kinds, channels, lamps, text, categories, unitIds, scopes = [], from, until } = filter;
  const units = unitIds ?? scopes.flatMap((scope) => scope.unitIds ?? []);
  const days = field === 'registeredAt' ? [] : [from, until];

  return (
    units.length > MOST_UNITS || [kinds, channels, lamps, text, categories, ...days].some((one) => one !== undefined)
  );
}

function waysOf(filter: CaseFilter, order: Order): Pick<ListQuery, 'ways' | 'reach'> {
  const { caseNumber, phoneHash, scopes = [{}], from, until } = filter;
  if (caseNumber !== undefined) return { ways: [{ _id: caseNumber }] };
  if (phoneHash !== undefined) return { ways: [{ 'caller.phoneHash': phoneHash }] };
  const ways = widest(scopes.flatMap((scope) => scopeWays(scope, filter)));
  const near = nearOf(order);
  const stages = openStagesOf(filter);
  if (stages !== undefined)
    return ways.every(isWhole)
      ? {
          ways: ways.flatMap((way) => stages.map((stage) => ({ ...way, stage }))),
          reach: { near, until: lateOnly(filter, order) },
        }
      : { ways: ways.map((way) => ('locality' in way ? { ...way, stage: anyOf(stages) } : way)) };
  const narrowed = ways.map((way) => withOne(way, filter, order));
  const byRegistration = order.field === 'registeredAt';
  if (byRegistration && from !== undefined)
    return { ways: narrowed, reach: { near: order.direction === 1 ? from : near, from, until } };
  if (order.direction === -1) return { ways: narrowed, reach: byRegistration ? { near, until } : { near } };

  // The oldest of all may be anywhere, so a list that begins with them is read as a whole.
  return { ways: narrowed };
}

const FORTNIGHT = 14 * 86_400_000;

/** Registered up to now; by deadline, few are late, and few are due later than in a fortnight. */
const nearOf = ({ field, direction }: Order): Date =>
  new Date(Date.now() + (field === 'dueAt' && direction === -1 ? FORTNIGHT : 0));

const lateOnly = ({ overdueAt }: CaseFilter, { field }: Order): Date | undefined =>
  field === 'dueAt' ? overdueAt : undefined;

const isWhole = (way: Way): boolean => 'locality' in way && !('parties' in way);

/** The stages asked for when no closed case is among them. */
function openStagesOf({ stages, overdueAt }: CaseFilter): readonly Stage[] | undefined {
  if (stages === undefined) return overdueAt === undefined ? undefined : OPEN_STAGES;

  return stages.includes('closed') ? undefined : stages;
}

function scopeWays({ locality, unitIds, registeredBy }: CaseScope, filter: CaseFilter): Way[] {
  if (registeredBy !== undefined) return [{ 'registeredBy.userId': registeredBy }];
  const localities = locality === undefined ? filter.localities : [locality];
  if (localities === undefined) return [{}];
  const units = filter.unitIds ?? unitIds;
  const isFew = units !== undefined && units.length <= MOST_UNITS;

  return localities.flatMap((one): Way[] =>
    isFew ? units.map((unitId) => ({ locality: one, parties: unitId })) : [{ locality: one }],
  );
}

/** Each way once, and none that another one holds already. */
function widest(ways: readonly Way[]): Way[] {
  const all = [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
  const whole = new Set(all.filter(isWhole).map((way) => way['locality']));

  return all.filter((way) => !('parties' in way) || !whole.has(way['locality']));
}

/** A whole locality in order of registration is narrowed by one stage or category: they have indexes of their own. */
function withOne(way: Way, { stages, categories }: CaseFilter, { field }: Order): Way {
  if (!isWhole(way) || field !== 'registeredAt') return way;
  if (categories?.length === 1) return { ...way, category: categories[0] };

  return stages?.length === 1 ? { ...way, stage: stages[0] } : way;
}
