import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { mergeCase as merge } from '../commands/merge-case.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), mergeInto: Type.String() });

/** Joins a case to another one on the same matter (并单). */
export const mergeCase = (deps: Deps) => {
  const act = merge(deps);

  return worker('merge-case', Input, async (input, job) => {
    await act(input, job);

    return {};
  });
};
