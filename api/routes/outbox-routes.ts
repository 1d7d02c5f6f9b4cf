import type { ApiDeps } from '../deps.js';
import { may } from '../policies/may.js';
import { presentOutboxMessage } from '../presenters/present-instance.js';
import { notAllowed, notFound } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';

/** What the local adapter would have sent out. It shows phones and texts, so only where all of it is for trial. */
export const outboxRoutes = ({ models, demo }: ApiDeps): Handlers<'listOutbox'> => ({
  listOutbox: async ({ query, person }) => {
    if (!demo) throw notFound('演示用发件箱');
    if (!may(person, 'read-outbox', { locality: person.locality })) {
      throw notAllowed('只有督办人和管理员可以查看演示用发件箱。');
    }
    const limit = query.limit ?? 50;
    const messages = await (query.caseNumber === undefined
      ? models.outbox.newest(limit)
      : models.outbox.ofCase(query.caseNumber));

    return messages.slice(0, limit).map(presentOutboxMessage);
  },
});
