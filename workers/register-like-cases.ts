import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { registerLikeCases as register } from '../commands/register-like-cases.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), sweepUnits: Type.Array(Type.String(), { minItems: 1 }) });

/** Opens a case for each unit that is to look for more of the same (举一反三). */
export const registerLikeCases = (deps: Deps) => {
  const act = register(deps);

  return worker('register-like-cases', Input, async (input, job) => ({ ...(await act(input, job)) }));
};
