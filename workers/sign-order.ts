import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { signOrder as sign } from '../commands/sign-order.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), orderId: Type.String() });

/** Keeps that a unit signed for its order (签收), and whether it was late. */
export const signOrder = (deps: Deps) => {
  const act = sign(deps);

  return worker('sign-order', Input, async (input, job) => ({ ...(await act(input, job)) }));
};
