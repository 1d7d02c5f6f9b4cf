import { Type } from 'typebox';

import { channelsOf } from '../commands/deliver.js';
import type { Deps } from '../commands/deps.js';
import { dispatchOrder as dispatch } from '../commands/dispatch-order.js';
import { ORDER_ROLES } from '../domain/order.js';
import { worker } from '../engine/worker.js';

const Limit = Type.Optional(Type.Union([Type.String(), Type.Null()]));

/** One of those who handle a case together. */
const Part = Type.Object({
  unitId: Type.String(),
  role: Type.Enum([...ORDER_ROLES]),
  itemId: Type.Optional(Type.Union([Type.String(), Type.Null()])),
});

const Input = Type.Object({
  caseNumber: Type.String(),
  unitId: Type.String(),
  role: Type.Enum([...ORDER_ROLES]),
  itemId: Type.Optional(Type.String()),
  parts: Type.Optional(Type.Array(Part)),
  round: Type.Optional(Type.Integer({ minimum: 1 })),
  dueAt: Type.Optional(Type.String({ format: 'date-time' })),
  warnAt: Type.Optional(Type.String({ format: 'date-time' })),
  deadlineClass: Type.Optional(Type.String()),
  routeReason: Type.Optional(Type.String()),
  legalBasis: Type.Optional(Type.String()),
  designated: Type.Optional(Type.Boolean()),
  limits: Type.Optional(Type.Object({ sign: Limit, contact: Limit, solve: Limit, warn: Limit, objection: Limit })),
});

/** Sends a work order (交办单) to a unit; the diagram's headers name its document and the channels. */
export const dispatchOrder = (deps: Deps) => {
  const act = dispatch(deps);

  return worker('dispatch-order', Input, async (input, job) => {
    const { document, channels } = job.headers;

    return { ...(await act(input, { document, channels: channelsOf(channels) }, job)) };
  });
};
