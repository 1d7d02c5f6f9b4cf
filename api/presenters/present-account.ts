import type { UserDocument } from '../../models/users.js';
import type { Localities } from '../../procedures/localities.js';
import type { Me, User } from '../contract/session.js';
import { mayReadFigures } from '../policies/figures-policy.js';
import type { Person } from '../policies/person.js';

/** An account as administrators see it: never its password's hash. */
export function presentUser({ _id, name, locality, unitId, roles, disabled }: UserDocument): User {
  return { userId: _id, name, locality: locality ?? null, unitId: unitId ?? null, roles, disabled };
}

export function presentMe(person: Person, localities: Localities): Me {
  const { userId, name, locality, unitId, roles } = person;
  const place = locality !== undefined && localities.ids.includes(locality) ? localities.get(locality) : undefined;
  const unitName = unitId === undefined ? undefined : place?.network.find(unitId)?.name;

  return {
    userId,
    name,
    locality: locality ?? null,
    unitId: unitId ?? null,
    unitName: unitName ?? null,
    roles: [...roles],
    readsFigures: place !== undefined && mayReadFigures(person, place),
  };
}
