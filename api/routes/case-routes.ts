import type { CaseFilter } from '../../models/cases.js';
import { revealCaller } from '../../commands/reveal-caller.js';
import type { CaseFilter as Asked } from '../contract/case.js';
import { caseNumberPattern } from '../contract/fields.js';
import type { ApiDeps } from '../deps.js';
import type { Attachment } from '../../models/case-document.js';
import { isAccused, maySeeCaller, visibleCases } from '../policies/case-policy.js';
import { isOfUnit } from '../policies/file-policy.js';
import type { Person } from '../policies/person.js';
import { callerHider } from '../presenters/caller-traces.js';
import { presentCase, presentCaseSummary } from '../presenters/present-case.js';
import { notAllowed } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { actorOf } from './actor-of.js';
import { openCase } from './open-case.js';
import { visibleCase } from './visible-case.js';

type Names = 'listCases' | 'readCase' | 'revealCaller';

/** Reading cases. The list is narrowed to what the person may open within the query itself. */
export const caseRoutes = (deps: ApiDeps): Handlers<Names> => {
  const { models, clock, identity } = deps;
  const open = openCase(deps);
  const reveal = revealCaller(deps);

  return {
    listCases: async ({ query, person }) => {
      const now = clock.now();
      const filter = {
        ...filterOf(query, now),
        scopes: visibleCases(person),
        notAccused: searchedBy(person, searched(query.text).text),
      };
      const paging = { page: query.page ?? 1, limit: query.limit ?? 20 };
      const page = await models.cases.list(filter, query.sort ?? '-registeredAt', paging);

      return {
        ...page,
        items: page.items.map((found) => {
          const summary = presentCaseSummary(found, now);

          return isAccused(person, found) ? callerHider(identity, found)(summary) : summary;
        }),
      };
    },
    readCase: async ({ params, person }) => {
      const { found, accused, shown } = await open(person, params.caseNumber);
      const orders = await models.orders.ofCase(found._id);

      const opens = ({ by }: Attachment) => !accused || isOfUnit(person, by);

      return shown(presentCase(found, orders, { now: clock.now(), accused, opens }));
    },
    revealCaller: async ({ params, body, person }) => {
      const found = await visibleCase(models.cases, person, params.caseNumber);
      if (!maySeeCaller(person, found)) throw notAllowed('您的岗位不能查看这件诉求的来电人。');
      const { name, phone } = await reveal(found._id, body.reason, actorOf(person));

      return { name: name ?? null, phone: phone ?? null };
    },
  };
};

const CASE_NUMBER = new RegExp(caseNumberPattern);

/** A case's own number finds that case; anything else is looked for in titles. */
function searched(text: string | undefined): Pick<CaseFilter, 'text' | 'caseNumber'> {
  const asked = text?.trim();
  const number = asked?.toUpperCase() ?? '';

  return CASE_NUMBER.test(number) ? { caseNumber: number } : { text: asked };
}

/** Whoever may not read a name in a title may not find out by searching for it either. */
function searchedBy({ locality, above }: Person, text: string | undefined): CaseFilter['notAccused'] {
  return text === undefined || locality === undefined || above.length === 0 ? undefined : above;
}

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
    ...searched(query.text),
    overdueAt: query.overdue === true ? now : undefined,
  };
}
