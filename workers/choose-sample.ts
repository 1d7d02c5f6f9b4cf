import { Type } from 'typebox';

import { chooseSample as choose } from '../commands/choose-sample.js';
import type { Deps } from '../commands/deps.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), sampleRate: Type.Number({ minimum: 0, maximum: 1 }) });

/** Draws whether a case gets a second, sampled callback (抽查回访). */
export const chooseSample = (deps: Deps) => {
  const act = choose(deps);

  return worker('choose-sample', Input, async (input, job) => ({ ...(await act(input, job)) }));
};
