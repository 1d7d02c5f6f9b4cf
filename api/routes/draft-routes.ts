import { SealBrokenError } from '../../models/identity.js';
import type { ApiDeps } from '../deps.js';
import { may } from '../policies/may.js';
import type { Person } from '../policies/person.js';
import { momentOrNull } from '../presenters/moment.js';
import { notAllowed } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';

type Names = 'readIntakeDraft' | 'saveIntakeDraft' | 'deleteIntakeDraft';

/** Long enough for a night and a day off, no longer: it is personal data without a case. */
const keptMillis = 48 * 3_600_000;

/** What somebody was typing at the desk, kept for them alone until it is registered. */
export const draftRoutes = ({ models: { drafts }, identity, clock }: ApiDeps): Handlers<Names> => ({
  readIntakeDraft: async ({ person }) => {
    refuseOthers(person);
    const kept = await drafts.find(person.userId, clock.now());
    const fields = kept === null ? null : opened(identity, kept.sealed, person.userId);

    return { fields, savedAt: fields === null ? null : momentOrNull(kept?.savedAt) };
  },
  saveIntakeDraft: async ({ body, person }) => {
    refuseOthers(person);
    const now = clock.now();
    await drafts.put({
      _id: person.userId,
      sealed: identity.sealDraft(body.fields, person.userId),
      savedAt: now,
      expiresAt: new Date(now.getTime() + keptMillis),
    });

    return undefined;
  },
  deleteIntakeDraft: async ({ person }) => {
    refuseOthers(person);
    await drafts.remove(person.userId);

    return undefined;
  },
});

function refuseOthers(person: Person): void {
  const { locality } = person;
  if (!may(person, 'register-case', { locality })) throw notAllowed('您的岗位不登记诉求。');
}

/** Null when the key of the installation was changed since: what was sealed with the old one cannot be read, and is meant so. */
function opened(identity: ApiDeps['identity'], sealed: string, userId: string): Record<string, unknown> | null {
  try {
    return identity.openDraft(sealed, userId);
  } catch (error) {
    if (error instanceof SealBrokenError) return null;
    throw error;
  }
}
