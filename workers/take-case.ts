import { Type } from 'typebox';

import { takeCase as take } from '../commands/take-case.js';
import type { Deps } from '../commands/deps.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String() });

/** Ties a case to the instance of its procedure (受理) and tells it what is known of the case. */
export const takeCase = (deps: Deps) => {
  const act = take(deps);

  return worker('take-case', Input, async (input, job) => ({ ...(await act(input, job)) }));
};
