import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { publishMessage as publish } from '../commands/publish-message.js';
import { WrongInputError } from '../commands/wrong-input-error.js';
import { worker } from '../engine/worker.js';

const Optional = Type.Optional(Type.String());

const Input = Type.Object({
  caseNumber: Type.String(),
  messageKey: Type.String({ minLength: 1 }),
  dueAt: Optional,
  warnAt: Optional,
});

/** Tells a waiting part of the procedure something; the diagram's header names the message. */
export const publishMessage = (deps: Deps) => {
  const act = publish(deps);

  return worker('publish-message', Input, async ({ caseNumber, messageKey, ...variables }, job) => {
    const { message } = job.headers;
    if (message === undefined) throw new WrongInputError('作业头 message 没有写明消息名称');
    await act({ caseNumber, message, messageKey, variables }, job);

    return {};
  });
};
