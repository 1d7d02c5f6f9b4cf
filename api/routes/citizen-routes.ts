import { rateCase } from '../../commands/rate-case.js';
import { reopenCase } from '../../commands/reopen-case.js';
import type { CaseDocument } from '../../models/cases.js';
import type { Actor } from '../../models/collection.js';
import type { FormData } from '../../models/orders.js';
import type { ApiDeps } from '../deps.js';
import { mayRateAs, mayReopen } from '../policies/case-policy.js';
import { moment } from '../presenters/moment.js';
import { notAllowed } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { actorOf, stranger } from './actor-of.js';
import { caseByCode } from './case-by-code.js';
import { handledCase, readProgress } from './read-progress.js';
import { visibleCase } from './visible-case.js';

type Names = 'followCase' | 'readProgress' | 'rateOwnCase' | 'rateCase' | 'reopenOwnCase' | 'reopenCase';

/** Following, rating and reopening, by number and code or signed in. A merged report follows the case that it was merged into. */
export const citizenRoutes = (deps: ApiDeps): Handlers<Names> => {
  const { models, localities } = deps;
  const rate = rateCase(deps);
  const reopen = reopenCase(deps);

  async function rateAs(own: CaseDocument, answers: FormData, by: Actor) {
    const found = await handledCase(deps, own);
    const { rating, changed } = await rate({ found, ownNumber: own._id, answers, by });

    return { at: moment(rating.at), changed };
  }

  async function reopenAs(own: CaseDocument, reason: string, by: Actor) {
    const { at, round } = await reopen((await handledCase(deps, own))._id, reason, by);

    return { at: moment(at), round };
  }

  return {
    followCase: async ({ body }) => readProgress(deps, await caseByCode(deps, body)),
    readProgress: async ({ params, person }) => {
      const own = await visibleCase(models.cases, person, params.caseNumber);
      if (own.registeredBy.userId !== person.userId) throw notAllowed('进度页只给诉求人本人看，请看诉求件。');

      return readProgress(deps, own);
    },
    rateOwnCase: async ({ body }) => rateAs(await caseByCode(deps, body), body.answers, stranger),
    rateCase: async ({ params, body, person }) => {
      const own = await visibleCase(models.cases, person, params.caseNumber);
      if (!mayRateAs(person, own)) throw notAllowed('只有诉求人本人可以评价。');

      return rateAs(own, body.answers, actorOf(person));
    },
    reopenOwnCase: async ({ body }) => reopenAs(await caseByCode(deps, body), body.reason, stranger),
    reopenCase: async ({ params, body, person }) => {
      const own = await visibleCase(models.cases, person, params.caseNumber);
      if (!mayReopen(person, own, localities.get(own.locality).center))
        throw notAllowed('重新办理由诉求人本人提出，或由热线中心受其委托登记。');

      return reopenAs(own, body.reason, actorOf(person));
    },
  };
};
