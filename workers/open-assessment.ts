import { Type } from 'typebox';

import type { Deps } from '../commands/deps.js';
import { openAssessment as open } from '../commands/open-assessment.js';
import { worker } from '../engine/worker.js';

/** Begins a regular report (考核通报) over the last whole `period`; the diagram's header `title` names it. */
export const openAssessment = (deps: Deps) => {
  const act = open(deps);

  return worker('open-assessment', Type.Object({}), async (_input, job) => {
    const { title = '', period = '' } = job.headers;

    return { ...(await act({ title, period }, job)) };
  });
};
