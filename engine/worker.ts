import type { Static, TObject } from 'typebox';

import type { Job } from './jobs.js';
import type { Variables } from './variables.js';

/** `listener`: a task listener; it blocks a person's click, sets no variables, throws no BPMN error, has a pool of its own. */
export type WorkerKind = 'job' | 'listener';

export interface WorkerDefinition {
  readonly type: string;
  readonly kind: WorkerKind;
  /** JSON Schema of the variables the handler needs: exactly these are fetched, or all when it allows additional ones. */
  readonly input: TObject;
  readonly handle: (input: never, job: Job) => Promise<Variables>;
}

/**
 * Ties a job type of the diagrams to the function that does it.
 *
 * The handler answers with the variables the job sets, throws a DomainError for a refusal that the diagram catches,
 * and must be safe to run twice: the engine delivers at least once.
 */
export function worker<Input extends TObject>(
  type: string,
  input: Input,
  handle: (input: Static<Input>, job: Job) => Promise<Variables>,
  options: { kind?: WorkerKind } = {},
): WorkerDefinition {
  return { type, kind: options.kind ?? 'job', input, handle };
}
