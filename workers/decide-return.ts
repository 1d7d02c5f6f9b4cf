import { Type } from 'typebox';

import { decideReturn as decide } from '../commands/decide-return.js';
import type { Deps } from '../commands/deps.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  orderId: Type.String(),
  returnDecision: Type.Enum(['keep', 'transfer', 'joint', 'leader']),
  unitId: Type.Optional(Type.String()),
});

/** Keeps what the centre decided on a return (退单裁定). */
export const decideReturn = (deps: Deps) => {
  const act = decide(deps);

  return worker('decide-return', Input, async (input, job) => ({ ...(await act(input, job)) }));
};
