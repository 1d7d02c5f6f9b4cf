import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { recordAccountability as record } from '../commands/record-accountability.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), referralId: Type.String(), bodyId: Type.String() });

/** Keeps what a body answered on a lead (核查反馈). */
export const recordAccountability = (deps: Deps) => {
  const act = record(deps);

  return worker('record-accountability', Input, async (input, job) => {
    await act({ ...input, form: job.headers['form'] ?? 'accountability-answer' }, job);

    return {};
  });
};
