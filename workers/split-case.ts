import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { splitCase as split } from '../commands/split-case.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String() });

/** Splits a case into items with an owner each (拆分诉求事项). */
export const splitCase = (deps: Deps) => {
  const act = split(deps);

  return worker('split-case', Input, async (input, job) => ({
    ...(await act({ ...input, form: job.headers['form'] ?? 'split-items' }, job)),
  }));
};
