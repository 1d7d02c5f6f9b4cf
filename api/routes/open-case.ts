import { viewCase } from '../../commands/view-case.js';
import type { CaseDocument } from '../../models/cases.js';
import type { ApiDeps } from '../deps.js';
import { isAccused } from '../policies/case-policy.js';
import type { Person } from '../policies/person.js';
import { actorOf } from './actor-of.js';
import { hiderFor } from './hider-for.js';
import { visibleCase } from './visible-case.js';

/** A case opened by somebody, whose look is on record. */
export interface OpenedCase {
  readonly found: CaseDocument;
  /** The person belongs to the unit that the case complains about. */
  readonly accused: boolean;
  /** Leaves an answer as it is, or takes out of it who complained. */
  readonly shown: <T>(value: T) => T;
}

/**
 * Opens a case for somebody who may see it: the one way to whatever is told about a case. Citizens look at nothing but their
 * own report, which is no matter for the record. @throws ProblemError NOT_FOUND
 */
export const openCase = (deps: Pick<ApiDeps, 'models' | 'clock' | 'identity'>) => {
  const view = viewCase(deps);

  return async (person: Person, caseNumber: string): Promise<OpenedCase> => {
    const found = await visibleCase(deps.models.cases, person, caseNumber);
    if (!person.roles.includes('citizen')) await view({ caseNumber }, actorOf(person));

    return { found, accused: isAccused(person, found), shown: hiderFor(deps.identity, person, found) };
  };
};
