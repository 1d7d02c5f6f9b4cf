import type { CaseDocument } from '../models/case-document.js';
import type { OrderDocument } from '../models/orders.js';
import { CaseUnknownError } from './case-unknown-error.js';
import type { Deps } from './deps.js';
import { WrongInputError } from './wrong-input-error.js';

/** The case of a number. Thrown CaseUnknownError. */
export async function findCase({ models }: Pick<Deps, 'models'>, caseNumber: string): Promise<CaseDocument> {
  const found = await models.cases.find(caseNumber);
  if (found === null) throw new CaseUnknownError(caseNumber);

  return found;
}

/** An order of that case. Thrown WrongInputError when the case has none of that id. */
export async function findOrder(
  { models }: Pick<Deps, 'models'>,
  caseNumber: string,
  orderId: string,
): Promise<OrderDocument> {
  const order = await models.orders.find(orderId);
  if (order?.caseNumber !== caseNumber)
    throw new WrongInputError(`诉求件 ${caseNumber} 没有编号为 ${orderId} 的交办单，请检查变量 orderId`);

  return order;
}
