import type { Person } from './person.js';
import { ROLE_TABLE, type Action, type Scope } from './role-table.js';

/** What an act is about: where it belongs, and who has a part in it. */
export interface Subject {
  readonly locality?: string | undefined;
  /** Units that hold or held it, or answer for it. */
  readonly unitIds?: readonly string[] | undefined;
  /** People whose own it is. */
  readonly userIds?: readonly string[] | undefined;
}

/** Whether a person may do something with a subject. What no role of theirs grants is refused. */
export function may(person: Person, action: Action, subject: Subject): boolean {
  return scopesOf(person, action).some((scope) => reaches(person, scope, subject));
}

/** How far a person's roles carry an action, each scope once. */
export function scopesOf(person: Person, action: Action): Scope[] {
  const scopes = person.roles.flatMap((role) => (Object.hasOwn(ROLE_TABLE, role) ? [ROLE_TABLE[role][action]] : []));

  return [...new Set(scopes)].filter((scope) => scope !== undefined);
}

function reaches(person: Person, scope: Scope, subject: Subject): boolean {
  const sameLocality = person.locality !== undefined && person.locality === subject.locality;
  switch (scope) {
    case 'own':
      return subject.userIds?.includes(person.userId) ?? false;
    case 'unit':
      return sameLocality && person.unitId !== undefined && (subject.unitIds?.includes(person.unitId) ?? false);
    case 'subtree':
      return sameLocality && (subject.unitIds?.some((unitId) => person.subtree.includes(unitId)) ?? false);
    case 'locality':
      return sameLocality;
    case 'realm':
      return person.locality === undefined || sameLocality;
  }
}
