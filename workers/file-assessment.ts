import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { fileAssessment as file } from '../commands/file-assessment.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), issued: Type.Boolean() });

/** Files a regular report (归档), whether it was issued or not. */
export const fileAssessment = (deps: Deps) => {
  const act = file(deps);

  return worker('file-assessment', Input, async (input, job) => {
    await act(input, job);

    return {};
  });
};
