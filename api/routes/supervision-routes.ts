import { laddersOf, type Climb } from '../board/ladders.js';
import { concernOf, byTime, untilOf, type Concern } from '../board/urgency.js';
import { ladderSteps } from '../board/next-rung.js';
import { watchedLocality } from '../board/watched-locality.js';
import type { SupervisionList } from '../contract/board.js';
import type { CaseDocument } from '../../models/cases.js';
import type { ApiDeps } from '../deps.js';
import { mayReadCase } from '../policies/case-policy.js';
import { presentSupervisedOrder, type ChasedOrder } from '../presenters/present-supervision.js';
import type { Handlers } from '../routing.js';
import { hiderFor } from './hider-for.js';
import type { Locality } from '../../procedures/locality.js';

/** Orders that a list shows; the number of all is told. */
const SHOWN = 50;
const CONCERNS = ['unsigned', 'late', 'soon', 'chased'] as const satisfies readonly Concern[];

type Chased = Omit<ChasedOrder, 'ladders'>;

/** Orders that are to be chased, and how far the ladder of each has been climbed. */
export const supervisionRoutes = (deps: ApiDeps): Handlers<'listSupervision'> => {
  const { models, localities, liveBoard, clock, identity } = deps;
  const nextRung = ladderSteps(deps);

  return {
    listSupervision: async ({ query, person }): Promise<SupervisionList> => {
      const locality = watchedLocality(person, query.locality, localities);
      await liveBoard.ready();
      const chased = (await chasedOrders(locality, clock.now())).filter(({ row }) => mayReadCase(person, row));
      const ofUnit = chased.filter(({ order }) => query.unitId === undefined || order.unitId === query.unitId);
      const shown = ofUnit.filter(({ concern }) => query.concern === undefined || concern === query.concern);
      const items = await withLadders(shown.slice(0, SHOWN));

      return {
        total: shown.length,
        counts: countsOf(ofUnit),
        units: unitsOf(chased).map(({ unitId, count }) => ({
          unitId,
          name: locality.network.find(unitId)?.name ?? unitId,
          count,
        })),
        items: items.map(({ found, ...item }) =>
          hiderFor(identity, person, found)(presentSupervisedOrder(item, person, locality)),
        ),
      };
    },
  };

  /** The most urgent first. */
  async function chasedOrders({ id, center }: Locality, now: Date): Promise<Chased[]> {
    const { rows } = liveBoard;
    const chased = await models.openWork.chasedOrders(`${id}/${center}/supervisor`);
    const waiting = new Set(chased.map(({ _id }) => _id));
    const orders = new Map([...chased, ...rows.orders(id)].map((order) => [order._id, order]));

    return [...orders.values()]
      .flatMap((order) => {
        const concern = concernOf(order, now) ?? (waiting.has(order._id) ? ('chased' as const) : undefined);
        const row = rows.case(order.caseNumber);

        return concern === undefined || row === undefined ? [] : [{ order, row, concern }];
      })
      .sort((one, other) => byTime(untilOf(one.order, one.concern), untilOf(other.order, other.concern)));
  }

  /** One reading of each kind for all of them. */
  async function withLadders(
    chased: readonly Chased[],
  ): Promise<(ChasedOrder & { found: CaseDocument | undefined })[]> {
    const numbers = [...new Set(chased.map(({ order }) => order.caseNumber))];
    const [tasks, notices, cases] = await Promise.all([
      models.openWork.rungTasks(numbers),
      models.notices.ofCases(numbers),
      models.cases.findMany(numbers),
    ]);
    const byNumber = new Map(cases.map((found) => [found._id, found]));

    return Promise.all(
      chased.map(async (one) => {
        const found = byNumber.get(one.order.caseNumber);
        const ladders = laddersOf(one.order, { tasks, notices });

        return { ...one, found, ladders: await Promise.all(ladders.map((ladder) => withNext(ladder, found))) };
      }),
    );
  }

  /** While a rung waits for somebody, when the next one comes is open. */
  async function withNext(ladder: Climb, found: CaseDocument | undefined): Promise<ChasedOrder['ladders'][number]> {
    const { place, over, tasks, notices } = ladder;
    if (over || place === undefined || found === undefined) return { ...ladder, next: undefined };
    const step = await nextRung(found, place);

    return { ...ladder, next: step && { ...step, at: tasks.length > 0 ? undefined : notices.at(-1)?.nextAt } };
  }
};

function countsOf(orders: readonly { concern: Concern }[]): SupervisionList['counts'] {
  const count = (concern: Concern): number => orders.filter((each) => each.concern === concern).length;
  const [unsigned, late, soon, chased] = CONCERNS.map(count) as [number, number, number, number];

  return { unsigned, late, soon, chased };
}

function unitsOf(orders: readonly { order: { unitId: string } }[]): { unitId: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { order } of orders) counts.set(order.unitId, (counts.get(order.unitId) ?? 0) + 1);

  return [...counts].map(([unitId, count]) => ({ unitId, count })).sort((a, b) => b.count - a.count);
}
