import { DomainError } from '../domain/domain-error.js';

/** A diagram, table or form gave a job something it cannot work with: nobody catches it, so it is an incident at once. */
export class WrongInputError extends DomainError {
  readonly code = 'WRONG_INPUT';
}
