import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { recordCallback as record } from '../commands/record-callback.js';
import { worker } from '../engine/worker.js';

const Answer = Type.Optional(Type.Unknown());

const Input = Type.Object({
  caseNumber: Type.String(),
  orderId: Type.Optional(Type.String()),
  round: Type.Integer({ minimum: 1 }),
  attempt: Type.Integer({ minimum: 1 }),
  sampled: Type.Optional(Type.Boolean()),
  reached: Answer,
  contacted: Answer,
  solved: Answer,
  satisfied: Answer,
});

/** Keeps what a callback (回访) found out, with its record. */
export const recordCallback = (deps: Deps) => {
  const act = record(deps);

  return worker('record-callback', Input, async ({ reached, contacted, solved, satisfied, ...input }, job) => {
    const verdict = {
      reached: decided(reached),
      contacted: decided(contacted),
      solved: decided(solved),
      satisfied: decided(satisfied),
    };
    await act({ ...input, verdict, form: job.headers['form'] }, job);

    return {};
  });
};

/** A diagram that turned the form's answer into yes or no; anything else is the form's own value. */
function decided(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
