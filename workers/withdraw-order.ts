import { Type } from 'typebox';

import { channelsOf } from '../commands/deliver.js';
import type { Deps } from '../commands/deps.js';
import { withdrawOrder as withdraw } from '../commands/withdraw-order.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), orderId: Type.Optional(Type.String()) });

/** Takes an order back (撤回), or every open one of the case; the diagram's headers say why and how units are told. */
export const withdrawOrder = (deps: Deps) => {
  const act = withdraw(deps);

  return worker('withdraw-order', Input, async (input, job) => {
    const { reason, channels } = job.headers;
    await act(input, { reason, channels: channelsOf(channels) }, job);

    return {};
  });
};
