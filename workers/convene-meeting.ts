import { Type } from 'typebox';

import { conveneMeeting as convene } from '../commands/convene-meeting.js';
import { channelsOf } from '../commands/deliver.js';
import type { Deps } from '../commands/deps.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({
  caseNumber: Type.String(),
  meetingKind: Type.String(),
  attendees: Type.Array(Type.String(), { minItems: 1 }),
});

/** Calls units to a meeting (召集会商), by WeChat and phone unless the diagram says otherwise. */
export const conveneMeeting = (deps: Deps) => {
  const act = convene(deps);

  return worker('convene-meeting', Input, async (input, job) => ({
    ...(await act(input, channelsOf(job.headers['channels'] ?? 'wechat,phone'), job)),
  }));
};
