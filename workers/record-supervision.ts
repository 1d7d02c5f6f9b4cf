import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { recordSupervision as record } from '../commands/record-supervision.js';
import { WrongInputError } from '../commands/wrong-input-error.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  orderId: Type.Optional(Type.String()),
  unitId: Type.String(),
  rung: Type.Optional(Type.String()),
  documentId: Type.Optional(Type.String()),
  cause: Type.Optional(Type.String()),
  rungNumber: Type.Optional(Type.Integer()),
  wait: Type.Optional(Type.String()),
});

/** Keeps one rung of supervision (督办); the rung comes from the diagram's header, or from the ladder's table as a variable. */
export const recordSupervision = (deps: Deps) => {
  const act = record(deps);

  return worker('record-supervision', Input, async (input, job) => {
    const rung = job.headers['rung'] ?? input.rung;
    if (rung === undefined) throw new WrongInputError('缺少督办方式：请在作业头或变量 rung 中给出');
    await act({ ...input, rung, form: job.headers['form'] }, job);

    return {};
  });
};
