import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { recordPromise as record } from '../commands/record-promise.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  promises: Type.Array(Type.Object({ unitId: Type.String(), promisedOn: Type.String() }), { minItems: 1 }),
});

/** Keeps a case open until what was promised is done (挂账). */
export const recordPromise = (deps: Deps) => {
  const act = record(deps);

  return worker('record-promise', Input, async (input, job) => {
    await act(input, job);

    return {};
  });
};
