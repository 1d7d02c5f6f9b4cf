import { Type } from 'typebox';

import { closeCase as close } from '../commands/close-case.js';
import type { Deps } from '../commands/deps.js';
import { OUTCOMES } from '../domain/case.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), outcome: Type.Enum([...OUTCOMES]) });

/** Closes a case (办结) when none of its parts is open. */
export const closeCase = (deps: Deps) => {
  const act = close(deps);

  return worker('close-case', Input, async (input, job) => {
    await act(input, job);

    return {};
  });
};
