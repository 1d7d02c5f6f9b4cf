import type { Actor } from '../../models/collection.js';
import type { Person } from '../policies/person.js';

/** Who acts, as the record keeps it: the post, and never a citizen's name. */
export function actorOf({ userId, unitId, roles, name }: Person): Actor {
  if (roles.includes('citizen')) return { userId, role: 'citizen', name: '市民' };

  return { userId, unitId, role: roles[0], name };
}

/** Somebody who did not sign in. */
export const stranger: Actor = { role: 'citizen', name: '市民' };
