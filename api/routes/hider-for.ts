import type { CaseDocument } from '../../models/cases.js';
import type { Identity } from '../../models/identity.js';
import { isKeptFrom } from '../policies/case-policy.js';
import type { Person } from '../policies/person.js';
import { callerHider } from '../presenters/caller-traces.js';

/** Takes who complained out of an answer about a case, for a person from whom that is kept; leaves it as it is for others. */
export const hiderFor = (
  identity: Identity,
  person: Person,
  found: CaseDocument | null | undefined,
): (<T>(value: T) => T) => (found && isKeptFrom(person, found) ? callerHider(identity, found) : (value) => value);
