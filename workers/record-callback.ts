import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { recordCallback as record } from '../commands/record-callback.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  orderId: Type.Optional(Type.String()),
  round: Type.Integer({ minimum: 1 }),
  attempt: Type.Integer({ minimum: 1 }),
  sampled: Type.Optional(Type.Boolean()),
});

/** Keeps what a callback (回访) found out, with its record. */
export const recordCallback = (deps: Deps) => {
  const act = record(deps);

  return worker('record-callback', Input, async (input, job) => {
    await act({ ...input, form: job.headers['form'] }, job);

    return {};
  });
};
