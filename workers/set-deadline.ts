import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { setDeadline as set } from '../commands/set-deadline.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  limits: Type.Object({
    solve: Type.String(),
    sign: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    contact: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    warn: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  }),
  unitId: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  orderId: Type.Optional(Type.String()),
  deadlineClass: Type.Optional(Type.String()),
});

/** The diagram's header `of` says whose deadline it is. */
const OWNERS = ['case', 'order'] as const;

/** Computes when a case or an order is due, from the limits of the deadline table (时限). */
export const setDeadline = (deps: Deps) => {
  const act = set(deps);

  return worker('set-deadline', Input, async (input, job) => {
    const of = OWNERS.find((owner) => owner === job.headers['of']);

    return { ...(await act({ ...input, of }, job)) };
  });
};
