import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { referAccountability as refer } from '../commands/refer-accountability.js';
import { worker } from '../engine/worker.js';

const Id = Type.Optional(Type.String());
const Input = Type.Object({
  caseNumber: Type.String(),
  orderId: Id,
  unitId: Id,
  bodies: Type.Array(Type.String(), { minItems: 1 }),
});

/** Hands a lead (问责线索) to the bodies that hold units to account. */
export const referAccountability = (deps: Deps) => {
  const act = refer(deps);

  return worker('refer-accountability', Input, async (input, job) => ({
    ...(await act(input, job.headers['document'] ?? 'accountability', job)),
  }));
};
