import { Type } from 'typebox';

import { changeLamp as change } from '../commands/change-lamp.js';
import type { Deps } from '../commands/deps.js';
import { WrongInputError } from '../commands/wrong-input-error.js';
import { LAMPS } from '../domain/supervision.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), orderId: Type.Optional(Type.String()) });

/** Turns the lamp (红黄灯) of an order or a case; the diagram's header says to which colour. */
export const changeLamp = (deps: Deps) => {
  const act = change(deps);

  return worker('change-lamp', Input, async (input, job) => {
    const lamp = LAMPS.find((colour) => colour === job.headers['lamp']);
    if (lamp === undefined) throw new WrongInputError(`作业头 lamp 应为 ${LAMPS.join('、')} 之一`);

    return { ...(await act({ ...input, lamp }, job)) };
  });
};
