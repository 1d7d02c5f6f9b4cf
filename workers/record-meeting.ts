import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { recordMeeting as record } from '../commands/record-meeting.js';
import { worker } from '../engine/worker.js';

const Input = Type.Object({ caseNumber: Type.String(), meetingId: Type.String() });

/** Keeps what a meeting decided; each decision becomes an order. */
export const recordMeeting = (deps: Deps) => {
  const act = record(deps);

  return worker('record-meeting', Input, async (input, job) => ({
    ...(await act({ ...input, form: job.headers['form'] ?? 'meeting-minutes' }, job)),
  }));
};
