import type { FieldError } from '../contract/problem.js';
import type { ProblemCode } from './problem-table.js';

/** An answer that is no success, decided by the API itself: thrown anywhere in a route, told by the error handler. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(`${code}: ${detail}`);
  }

  override get name(): string {
    return this.constructor.name;
  }
}

/** What was asked for is not there, or this person may not know that it is: both read the same. */
export const notFound = (what: string): ProblemError =>
  new ProblemError('NOT_FOUND', `没有找到${what}，或您无权查看。`);

/** The person is known, and may see what is asked about, but this act is not theirs. */
export const notAllowed = (detail: string): ProblemError => new ProblemError('NOT_ALLOWED', detail);
