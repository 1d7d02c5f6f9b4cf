import { candidateGroup, type Role } from '../../domain/unit.js';

/** A signed-in person as the policies see them. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  /** Missing for people of no locality: administrators of the whole installation. */
  readonly locality?: string | undefined;
  readonly unitId?: string | undefined;
  readonly roles: readonly Role[];
  /** Own unit and all below it in the network; empty without a unit. */
  readonly subtree: readonly string[];
  /** Own unit and all above it; empty without a unit. */
  readonly above: readonly string[];
}

/** The candidate groups whose tasks a person may take. */
export function groupsOf({ locality, unitId, roles }: Person): string[] {
  if (locality === undefined || unitId === undefined) return [];

  return roles.map((role) => candidateGroup(locality, unitId, role));
}
