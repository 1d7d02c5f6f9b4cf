import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { recordOwnership as record } from '../commands/record-ownership.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  category: Type.String(),
  placeUnitId: Type.Optional(Type.String()),
  unitId: Type.String(),
});

/** Keeps a decision who owns a kind of matter (权责台账). */
export const recordOwnership = (deps: Deps) => {
  const act = record(deps);

  return worker('record-ownership', Input, async (input, job) => {
    await act(input, job);

    return {};
  });
};
