import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { findPromise as find } from '../commands/find-promise.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String() });

/** Looks whether a unit promised (列入计划) to have it done on a later day. */
export const findPromise = (deps: Deps) => {
  const act = find(deps);

  return worker('find-promise', Input, async ({ caseNumber }) => ({ promises: await act(caseNumber) }));
};
