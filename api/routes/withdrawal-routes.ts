import { orderIdOf } from '../../domain/order.js';
import { recallOrder } from '../../commands/recall-order.js';
import { withdrawCase } from '../../commands/withdraw-case.js';
import type { ApiDeps } from '../deps.js';
import { mayRecall, mayWithdraw } from '../policies/case-policy.js';
import { moment } from '../presenters/moment.js';
import { notAllowed } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { actorOf, stranger } from './actor-of.js';
import { caseByCode } from './case-by-code.js';
import { visibleCase } from './visible-case.js';

type Names = 'withdrawCase' | 'withdrawOwnCase' | 'recallOrder';

/** Taking back: a case by whoever reported it (撤诉), an order by the centre (撤回). */
export const withdrawalRoutes = (deps: ApiDeps): Handlers<Names> => {
  const { models, localities } = deps;
  const withdraw = withdrawCase(deps);
  const recall = recallOrder(deps);
  const centerOf = (localityId: string) => localities.get(localityId).center;

  return {
    withdrawOwnCase: async ({ body }) => {
      const { _id: caseNumber } = await caseByCode(deps, body);
      const { at } = await withdraw(caseNumber, body.reason, stranger);

      return { caseNumber, askedAt: moment(at) };
    },
    withdrawCase: async ({ params: { caseNumber }, body, person }) => {
      const found = await visibleCase(models.cases, person, caseNumber);
      if (!mayWithdraw(person, found, centerOf(found.locality))) throw notAllowed('撤诉由热线中心或诉求人本人办理。');
      const { at } = await withdraw(caseNumber, body.reason, actorOf(person));

      return { caseNumber, askedAt: moment(at) };
    },
    recallOrder: async ({ params: { caseNumber, orderNumber }, body, person }) => {
      const found = await visibleCase(models.cases, person, caseNumber);
      if (!mayRecall(person, found, centerOf(found.locality))) throw notAllowed('撤回交办单由热线中心办理。');
      await recall(
        { caseNumber, orderId: orderIdOf(caseNumber, Number(orderNumber)), reason: body.reason },
        actorOf(person),
      );
    },
  };
};
