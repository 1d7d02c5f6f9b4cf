import { candidateGroup, type Role } from '../domain/unit.js';
import type { Actor } from '../models/collection.js';

/** A signed-in person who acts. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  /** Missing for people of no locality. */
  readonly locality?: string | undefined;
  readonly unitId?: string | undefined;
  readonly roles: readonly Role[];
}

/** The candidate groups whose tasks a person may take. */
export function groupsOf({ locality, unitId, roles }: Person): string[] {
  if (locality === undefined || unitId === undefined) return [];

  return roles.map((role) => candidateGroup(locality, unitId, role));
}

/** The person as a step names them: in the role in which they may take the task, where there is one. */
export function actorFor(person: Person, candidateGroups: readonly string[] = []): Actor {
  const groups = groupsOf(person);
  const index = groups.findIndex((group) => candidateGroups.includes(group));

  return { userId: person.userId, unitId: person.unitId, role: person.roles[Math.max(index, 0)], name: person.name };
}
