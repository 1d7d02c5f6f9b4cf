import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { reviewReply as review } from '../commands/review-reply.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  orderId: Type.Optional(Type.String()),
  accepted: Type.Union([Type.Boolean(), Type.Literal('yes'), Type.Literal('no')]),
});

/** Keeps the centre's verdict on a reply (复核). */
export const reviewReply = (deps: Deps) => {
  const act = review(deps);

  return worker('review-reply', Input, async (input, job) => {
    await act({ ...input, accepted: input.accepted === true || input.accepted === 'yes' }, job);

    return {};
  });
};
