import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { returnOrder as take } from '../commands/return-order.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  orderId: Type.String(),
  returnReason: Type.Optional(Type.String()),
  designated: Type.Optional(Type.Boolean()),
  untimed: Type.Optional(Type.Boolean()),
});

/** Takes a unit's wish to send its order back (退单). */
export const returnOrder = (deps: Deps) => {
  const act = take(deps);

  return worker('return-order', Input, async (input, job) => {
    await act(input, job);

    return {};
  });
};
