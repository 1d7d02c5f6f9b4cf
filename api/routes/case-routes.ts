import type { CaseFilter } from '../../models/cases.js';
import { discloseAttachment } from '../../commands/disclose-attachment.js';
import { revealCaller } from '../../commands/reveal-caller.js';
import type { CaseFilter as Asked } from '../contract/case.js';
import { caseNumberPattern } from '../contract/fields.js';
import type { ApiDeps } from '../deps.js';
import type { Attachment, CaseDocument } from '../../models/case-document.js';
import { isKeptFrom, mayDisclose, maySeeCaller, notSearched, visibleCases } from '../policies/case-policy.js';
import { opensAttachment } from '../policies/file-policy.js';
import type { Person } from '../policies/person.js';
import { presentCase, presentCaseSummary } from '../presenters/present-case.js';
import { notAllowed } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { actorOf } from './actor-of.js';
import { hiderFor } from './hider-for.js';
import { openCase } from './open-case.js';
import { visibleCase } from './visible-case.js';

type Names = 'listCases' | 'readCase' | 'revealCaller' | 'discloseAttachment';

/** Reading cases. The list is narrowed to what the person may open within the query itself. */
export const caseRoutes = (deps: ApiDeps): Handlers<Names> => {
  const { models, clock, identity, localities } = deps;
  const open = openCase(deps);
  const reveal = revealCaller(deps);
  const disclose = discloseAttachment(deps);
  const mayLetSee = (person: Person, found: CaseDocument) =>
    mayDisclose(person, found, localities.get(found.locality).center);

  return {
    listCases: async ({ query, person }) => {
      const now = clock.now();
      const filter = {
        ...filterOf(query, now),
        scopes: visibleCases(person),
        notAccused: searched(query.text).text === undefined ? undefined : notSearched(person),
      };
      const paging = { page: query.page ?? 1, limit: query.limit ?? 20 };
      const page = await models.cases.list(filter, query.sort ?? '-registeredAt', paging);

      return {
        ...page,
        items: page.items.map((found) => hiderFor(identity, person, found)(presentCaseSummary(found, now))),
      };
    },
    readCase: async ({ params, person }) => {
      const { found, accused, shown } = await open(person, params.caseNumber);
      const orders = await models.orders.ofCase(found._id);

      const opens = (attachment: Attachment) => opensAttachment(person, found, attachment);
      const reader = { now: clock.now(), accused, opens, mayDisclose: mayLetSee(person, found) };
      const detail = presentCase(found, orders, reader);

      return { ...shown(detail), caller: detail.caller };
    },
    revealCaller: async ({ params, body, person }) => {
      const found = await visibleCase(models.cases, person, params.caseNumber);
      if (!maySeeCaller(person, found)) {
        if (isKeptFrom(person, found))
          throw notAllowed('本件反映的是本单位或下属单位，来电人只有承办单位和中心可以查看。');
        throw notAllowed('您的岗位不能查看这件诉求的来电人。');
      }
      const { name, phone } = await reveal(found._id, body.reason, actorOf(person));

      return { name: name ?? null, phone: phone ?? null };
    },
    discloseAttachment: async ({ params: { caseNumber, fileId }, body, person }) => {
      const found = await visibleCase(models.cases, person, caseNumber);
      if (!mayLetSee(person, found)) throw notAllowed('附件给不给被反映单位看，由热线中心决定。');
      await disclose({ caseNumber, fileId, ...body }, actorOf(person));
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
