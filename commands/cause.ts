import type { Job } from '../engine/jobs.js';
import type { StepElement } from '../models/steps.js';

/** What makes a command act, and makes it act once: a job of a diagram, or a person's request. */
export interface Cause {
  /** The same key again is the same act again: it is already done. */
  key: string;
  /** The element of the diagram, when there is one. */
  element?: StepElement | undefined;
}

/** The cause that a job is. A retried job keeps its key; a loop, a modification or a second round makes a new one. */
export function causeOf(job: Job): Cause {
  return {
    key: `job:${job.key}`,
    element: {
      processId: job.processDefinitionId,
      version: job.processDefinitionVersion,
      definitionKey: job.processDefinitionKey,
      elementId: job.elementId,
    },
  };
}
