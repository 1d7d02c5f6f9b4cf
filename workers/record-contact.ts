import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { recordContact as record } from '../commands/record-contact.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), orderId: Type.String() });

/** Keeps that a unit got in touch with the caller (联系诉求人). */
export const recordContact = (deps: Deps) => {
  const act = record(deps);

  return worker('record-contact', Input, async (input, job) => {
    await act(input, job);

    return {};
  });
};
