import { Type } from 'typebox';

import { classifyCase as classify } from '../commands/classify-case.js';
import type { Deps } from '../commands/deps.js';
import { BRANCHES, KINDS, URGENCIES } from '../domain/case.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  kind: Type.Enum([...KINDS]),
  category: Type.Optional(Type.String()),
  urgency: Type.Optional(Type.Enum([...URGENCIES])),
  placeUnitId: Type.Optional(Type.String()),
  confidential: Type.Optional(Type.Union([Type.Boolean(), Type.Literal('yes'), Type.Literal('no')])),
  branch: Type.Optional(Type.Enum([...BRANCHES])),
});

/** Writes down how intake classified a case (分类). */
export const classifyCase = (deps: Deps) => {
  const act = classify(deps);

  return worker('classify-case', Input, async ({ confidential, ...input }, job) => {
    const secret = confidential === undefined ? undefined : confidential === true || confidential === 'yes';
    await act({ ...input, confidential: secret }, job);

    return {};
  });
};
