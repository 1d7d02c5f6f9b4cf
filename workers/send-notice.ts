import { Type } from 'typebox';

import { channelsOf } from '../commands/deliver.js';
import type { Deps } from '../commands/deps.js';
import { sendNotice as send } from '../commands/send-notice.js';
import { worker } from '../engine/worker.js';
import { Concerned } from './concerned.js';

const Input = Type.Object({ ...Concerned.properties, refusal: Type.Optional(Type.String()) });

/** Sends a short message; the diagram's headers say which (`notice`), to whom (`to`) and how (`channels`). */
export const sendNotice = (deps: Deps) => {
  const act = send(deps);

  return worker('send-notice', Input, async ({ refusal, ...input }, job) => {
    const { notice = '', to = 'unit', channels } = job.headers;
    await act(input, { notice, to, channels: channelsOf(channels), refusal }, job);

    return {};
  });
};
