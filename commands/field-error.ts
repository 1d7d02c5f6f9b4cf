import { DomainError } from '../domain/domain-error.js';

/** One field that was wrong: where it stands (JSON pointer), why, what was found and what is allowed. */
export interface FieldError {
  field: string;
  reason: string;
  found?: unknown;
  allowed?: unknown;
}

/** What a person filled in cannot be taken; all faults at once. The text names fields and reasons, never personal data. */
export class BadInputError extends DomainError {
  readonly code = 'BAD_INPUT';

  constructor(
    readonly errors: readonly FieldError[],
    options?: ErrorOptions,
  ) {
    super(`填写有误：${errors.map(({ reason }) => reason).join('；')}`, options);
  }
}
