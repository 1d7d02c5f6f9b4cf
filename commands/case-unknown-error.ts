import { DomainError } from '../domain/domain-error.js';

/** There is no case of this number. */
export class CaseUnknownError extends DomainError {
  readonly code = 'CASE_UNKNOWN';

  constructor(caseNumber: string, options?: ErrorOptions) {
    super(`没有编号为 ${caseNumber} 的诉求件`, options);
  }
}
