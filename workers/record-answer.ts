import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { recordAnswer as record } from '../commands/record-answer.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), articleId: Type.Optional(Type.String()) });

/** Keeps what a caller was answered at once (直接答复). */
export const recordAnswer = (deps: Deps) => {
  const act = record(deps);

  return worker('record-answer', Input, async (input, job) => {
    await act({ ...input, form: job.headers['form'] }, job);

    return {};
  });
};
