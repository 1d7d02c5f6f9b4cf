import type { Person as ActingPerson } from '../../commands/person.js';

export { groupsOf } from '../../commands/person.js';

/** A signed-in person as the policies see them, with their place in the network of today. */
export interface Person extends ActingPerson {
  /** Own unit and all below it; empty without a unit. */
  readonly subtree: readonly string[];
  /** Own unit and all above it; empty without a unit. */
  readonly above: readonly string[];
  /** Their unit is the running centre of its locality. */
  readonly atCenter: boolean;
}
