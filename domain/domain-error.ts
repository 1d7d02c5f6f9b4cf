/**
 * A refusal that the business expects: an order sent back too late, a unit that was abolished.
 *
 * Its code is stable: a diagram's boundary event catches it, the API answers with it. Whatever else is thrown is a fault.
 * The message is read by handlers and process owners: Chinese, with what was wrong and what is allowed, without personal data.
 */
export abstract class DomainError extends Error {
  /** Upper case with underscores, e.g. `UNIT_ABOLISHED`. */
  abstract readonly code: string;
  /** What the diagram learns beside the code: keys and decisions, never personal data. */
  readonly variables: Readonly<Record<string, unknown>> = {};

  override get name(): string {
    return this.constructor.name;
  }
}
