import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { extendDeadline as extend } from '../commands/extend-deadline.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  orderId: Type.String(),
  extensionLimit: Type.String(),
  extensionCap: Type.String(),
});

/** Moves the deadline of an order (延期) within the cap of the table. */
export const extendDeadline = (deps: Deps) => {
  const act = extend(deps);

  return worker('extend-deadline', Input, async (input, job) => ({ ...(await act(input, job)) }));
};
