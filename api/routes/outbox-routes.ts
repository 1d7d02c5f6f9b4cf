import type { CaseDocument } from '../../models/cases.js';
import type { OutboxDocument } from '../../models/outbox.js';
import type { OutboxMessage } from '../contract/instance.js';
import type { ApiDeps } from '../deps.js';
import { mayReadCase } from '../policies/case-policy.js';
import { may } from '../policies/may.js';
import type { Person } from '../policies/person.js';
import { presentOutboxMessage } from '../presenters/present-instance.js';
import { notAllowed } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { hiderFor } from './hider-for.js';

/** The newest messages looked through for those that a person may see. */
const lookedThrough = 500;

/** What goes and went out, for those who see to it: of their own locality, and of cases that they may open. */
export const outboxRoutes = (deps: ApiDeps): Handlers<'listOutbox'> => ({
  listOutbox: async ({ query, person }) => {
    if (!may(person, 'read-outbox', { locality: person.locality })) {
      throw notAllowed('只有督办人和管理员可以查看发件箱。');
    }
    const messages = await (query.caseNumber === undefined
      ? deps.models.outbox.newest(lookedThrough)
      : deps.models.outbox.ofCase(query.caseNumber));
    const cases = await deps.models.cases.findMany([...new Set(messages.map(({ caseNumber }) => caseNumber))]);
    const byNumber = new Map(cases.map((found) => [found._id, found]));

    return messages
      .flatMap((message) => {
        const found = byNumber.get(message.caseNumber);

        return found !== undefined && maySee(person, found) ? [shown(deps, message, found, person)] : [];
      })
      .slice(0, query.limit ?? 50);
  },
});

/** An administrator sees that messages went, supervisors those of cases that they may open. */
function maySee(person: Person, found: CaseDocument): boolean {
  const here = may(person, 'read-outbox', { locality: found.locality });

  return here && (person.roles.includes('admin') || mayReadCase(person, found));
}

function shown(
  { identity, demo }: ApiDeps,
  message: OutboxDocument,
  found: CaseDocument,
  person: Person,
): OutboxMessage {
  const told = hiderFor(identity, person, found)(presentOutboxMessage(message));

  return demo || mayReadCase(person, found) ? told : { ...told, text: '（正文只给督办人看）' };
}
