import { OPEN_STAGES, type Stage } from '../domain/case.js';
import { anyOf } from './any-of.js';
import type { CaseFilter, CaseScope, CaseSort } from './case-document.js';
import { between, caseFilter } from './case-filter.js';
import { isWhole, narrowerWays, placesOf, type Sampled } from './case-narrow.js';
import { MOST_UNITS, orderOf, type ListQuery, type Order, type Way } from './read-list.js';
import type { Reach } from './slices.js';

/** What has to be looked up before it is known how a list is best read. */
export interface LookUp {
  /** The newest cases of these localities. */
  readonly sample: (places: readonly Way[]) => Promise<readonly Sampled[]>;
  /** Where the first case of these ways stands, by this field. */
  readonly beginning: (ways: readonly Way[], field: string) => Promise<Date>;
}

type Ways = Pick<ListQuery, 'ways' | 'reach'>;

/** How a list of cases is read: the indexes of models/case-schema.ts, and where its first rows are. */
export async function caseList(lookUp: LookUp, filter: CaseFilter, sort: CaseSort): Promise<ListQuery> {
  const order = orderOf(sort);
  const ways = await waysOf(lookUp, filter, order);

  return { ...ways, filter: caseFilter(filter), order, sparse: isSparse(filter, order) };
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

async function waysOf({ sample, beginning }: LookUp, filter: CaseFilter, order: Order): Promise<Ways> {
  const { caseNumber, phoneHash, scopes = [{}] } = filter;
  if (caseNumber !== undefined) return { ways: [{ _id: caseNumber }] };
  if (phoneHash !== undefined) return { ways: [{ 'caller.phoneHash': phoneHash }] };
  const all = widest(scopes.flatMap((scope) => scopeWays(scope, filter)));
  // What one person reported is little.
  if (all.some((way) => 'registeredBy.userId' in way)) return { ways: all };
  const stages = openStagesOf(filter);
  const usual = {
    ways: withStages(all, stages),
    isOpen: stages !== undefined,
    byRegistration: isByRegistration(order),
  };
  const narrower = await narrowerWays(filter, usual, sample);
  const ways = narrower ?? usual.ways;
  const isLittle = narrower === undefined ? usual.isOpen && !all.every(isWhole) : !usual.byRegistration;
  if (isLittle) return { ways };
  const month = usual.byRegistration ? undefined : monthOf(filter);
  if (month !== undefined) return { ways: ways.map((way) => ({ ...way, registeredAt: month })) };
  const first = () => beginning(placesOf(all) ?? all, order.field);

  return { ways, reach: await reachOf(filter, order, usual.isOpen ? undefined : first) };
}

const isByRegistration = ({ field }: Order): boolean => field === 'registeredAt';

const DAY = 86_400_000;
const FORTNIGHT = 14 * DAY;

/** The days of registration that are asked for, if they are a month at most: so much is read as a whole in another order. */
function monthOf({ from, until }: CaseFilter): object | undefined {
  const end = until?.getTime() ?? Date.now();

  return from !== undefined && end - from.getTime() <= 31 * DAY ? between(from, until) : undefined;
}

/** `first` finds the first row of the list; without it, it is a list of open cases: few of them are late, and few are old. */
async function reachOf(filter: CaseFilter, order: Order, first: (() => Promise<Date>) | undefined): Promise<Reach> {
  const byRegistration = isByRegistration(order);
  const { from, until } = byRegistration ? filter : { from: undefined, until: filter.overdueAt };
  const now = Date.now();
  // Few are due later than in a fortnight.
  if (order.direction === -1) return { near: new Date(byRegistration ? now : now + FORTNIGHT), from, until };
  if (from !== undefined) return { near: from, from, until };
  if (first !== undefined) return { near: await first(), until };

  return { near: new Date(now), until, thickens: byRegistration };
}

/** The stages asked for when no closed case is among them. */
function openStagesOf({ stages, overdueAt }: CaseFilter): readonly Stage[] | undefined {
  if (stages === undefined) return overdueAt === undefined ? undefined : OPEN_STAGES;

  return stages.includes('closed') ? undefined : stages;
}

/** What is open has indexes by stage: a stage at a time of a locality, all of them of a unit. */
function withStages(ways: readonly Way[], stages: readonly Stage[] | undefined): readonly Way[] {
  if (stages === undefined) return ways;
  if (ways.every(isWhole)) return ways.flatMap((way) => stages.map((stage) => ({ ...way, stage })));

  return ways.map((way) => ('locality' in way ? { ...way, stage: anyOf(stages) } : way));
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
