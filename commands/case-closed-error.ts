import { DomainError } from '../domain/domain-error.js';

/** The case is over: nothing of it can be taken back any more. */
export class CaseClosedError extends DomainError {
  readonly code = 'CASE_CLOSED';

  constructor(caseNumber: string, options?: ErrorOptions) {
    super(`诉求件 ${caseNumber} 已经办结，不能再撤回`, options);
  }
}
