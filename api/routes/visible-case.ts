import type { CaseDocument, Cases } from '../../models/cases.js';
import { mayReadCase } from '../policies/case-policy.js';
import type { Person } from '../policies/person.js';
import { notFound } from '../problems/problem-error.js';

/** The case of a number, if this person may open it. @throws ProblemError NOT_FOUND, the same for both reasons */
export async function visibleCase(cases: Cases, person: Person, caseNumber: string): Promise<CaseDocument> {
  const found = await cases.find(caseNumber);
  if (found === null || !mayReadCase(person, found)) throw notFound(`诉求件 ${caseNumber}`);

  return found;
}
