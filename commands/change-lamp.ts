import type { Job } from '../engine/jobs.js';
import { worseLamp, type Lamp } from '../domain/supervision.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findOrder } from './find-case.js';

/** Changes the lamp (红黄灯) of an order, or of a case; the case shows the worst of its open orders. */
export const changeLamp = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async (
    { caseNumber, orderId, lamp }: { caseNumber: string; orderId?: string | undefined; lamp: Lamp },
    job: Job,
  ): Promise<{ lamp: Lamp }> => {
    const order = orderId === undefined ? undefined : await changeOrder(deps, caseNumber, orderId, lamp);
    const open = orderId === undefined ? [] : await deps.models.orders.openOfCase(caseNumber);
    const worst = open.map((one) => one.lamp ?? 'green').reduce<Lamp>(worseLamp, lamp);
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'change-lamp',
      data: { orderId, unitId: order?.unitId, lamp },
      move: { set: { lamp: worst } },
    });

    return { lamp };
  };
};

/** The order and the open tasks that show it. */
async function changeOrder(deps: Pick<Deps, 'models'>, caseNumber: string, orderId: string, lamp: Lamp) {
  const order = await findOrder(deps, caseNumber, orderId);
  await Promise.all([
    deps.models.orders.move(orderId, { set: { lamp } }),
    deps.models.tasks.setLamp(orderId, caseNumber, lamp),
  ]);

  return order;
}
