import { channelsOf } from '../commands/deliver.js';
import type { Deps } from '../commands/deps.js';
import { issueDocument as issue } from '../commands/issue-document.js';
import { worker } from '../engine/worker.js';
import { Concerned } from './concerned.js';

/** Issues an official document; the diagram's headers say which (`document`), to whom (`to`) and how it is told. */
export const issueDocument = (deps: Deps) => {
  const act = issue(deps);

  return worker('issue-document', Concerned, async (input, job) => {
    const { document = '', to = 'unit', channels } = job.headers;

    return { ...(await act(input, { document, to, channels: channelsOf(channels) }, job)) };
  });
};
