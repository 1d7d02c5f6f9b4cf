import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { findOwner as find } from '../commands/find-owner.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  category: Type.String(),
  placeUnitId: Type.Optional(Type.String()),
});

/** Looks up who was made the owner of this kind of matter (权责台账). */
export const findOwner = (deps: Deps) => {
  const act = find(deps);

  return worker('find-owner', Input, async (input) => ({ ...(await act(input)) }));
};
