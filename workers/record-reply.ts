import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { recordReply as record } from '../commands/record-reply.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), orderId: Type.Optional(Type.String()) });

/** Keeps what a unit replied (回复), when it answers every demand and brings the evidence. */
export const recordReply = (deps: Deps) => {
  const act = record(deps);

  return worker('record-reply', Input, async (input, job) => {
    await act({ ...input, form: job.headers['form'] }, job);

    return {};
  });
};
