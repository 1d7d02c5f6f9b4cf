import type { CaseFilter } from '../../models/cases.js';
import { revealCaller } from '../../commands/reveal-caller.js';
import type { CaseFilter as Asked } from '../contract/case.js';
import type { ApiDeps } from '../deps.js';
import { isAccused, maySeeCaller, visibleCases } from '../policies/case-policy.js';
import { presentCase, presentCaseSummary } from '../presenters/present-case.js';
import { notAllowed } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { actorOf } from './actor-of.js';
import { visibleCase } from './visible-case.js';

type Names = 'listCases' | 'readCase' | 'revealCaller';

/** Reading cases. The list is narrowed to what the person may open within the query itself. */
export const caseRoutes = (deps: ApiDeps): Handlers<Names> => {
  const { models, clock } = deps;
  const reveal = revealCaller(deps);

  return {
    listCases: async ({ query, person }) => {
      const now = clock.now();
      const filter = { ...filterOf(query, now), scopes: visibleCases(person) };
      const paging = { page: query.page ?? 1, limit: query.limit ?? 20 };
      const page = await models.cases.list(filter, query.sort ?? '-registeredAt', paging);

      return { ...page, items: page.items.map((found) => presentCaseSummary(found, now)) };
    },
    readCase: async ({ params, person }) => {
      const found = await visibleCase(models.cases, person, params.caseNumber);
      const orders = await models.orders.ofCase(found._id);

      return presentCase(found, orders, { now: clock.now(), accused: isAccused(person, found) });
    },
    revealCaller: async ({ params, body, person }) => {
      const found = await visibleCase(models.cases, person, params.caseNumber);
      if (!maySeeCaller(person, found)) throw notAllowed('您的岗位不能查看这件诉求的来电人。');
      const { name, phone } = await reveal(found._id, body.reason, actorOf(person));

      return { name: name ?? null, phone: phone ?? null };
    },
  };
};

function filterOf(query: Asked, now: Date): CaseFilter {
  return {
    localities: query.locality === undefined ? undefined : [query.locality],
    stages: query.stage,
    kinds: query.kind,
    categories: query.category,
    channels: query.channel,
    lamps: query.lamp,
    unitIds: query.unitId === undefined ? undefined : [query.unitId],
    from: query.from === undefined ? undefined : new Date(query.from),
    until: query.until === undefined ? undefined : new Date(query.until),
    text: query.text,
    overdueAt: query.overdue === true ? now : undefined,
  };
}
