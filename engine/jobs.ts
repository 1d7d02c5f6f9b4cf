import type { Variables } from './variables.js';

/** The user task behind a listener job, from the headers `io.camunda.zeebe:*`. */
export interface ListenerUserTask {
  key: string;
  candidateGroups: string[];
  candidateUsers: string[];
  assignee: string | undefined;
  /** ISO 8601 with offset. */
  dueDate: string | undefined;
  followUpDate: string | undefined;
  priority: number;
  formKey: string | undefined;
  /** Why the transition happens, e.g. `claim`, `complete`. */
  action: string | undefined;
  /** The fields that the transition changes, e.g. `assignee`. */
  changedAttributes: string[];
}

/** A job as a handler sees it. */
export interface Job {
  key: string;
  type: string;
  /** From the process variables, when the process has it. */
  caseNumber: string | undefined;
  processInstanceKey: string;
  processDefinitionId: string;
  processDefinitionKey: string;
  processDefinitionVersion: number;
  elementId: string;
  elementInstanceKey: string;
  /** `zeebe:taskHeaders` of the diagram. */
  headers: Readonly<Record<string, string>>;
  /** How often it may still be tried, this time included. */
  retries: number;
  /** Until when the engine gives the job to nobody else. */
  deadline: Date;
  /** Set for listener jobs of user tasks only. */
  userTask: ListenerUserTask | undefined;
}

export interface ActivatedJob extends Job {
  variables: Variables;
}

export interface Activation {
  type: string;
  worker: string;
  maxJobs: number;
  /** How long the jobs belong to this worker. */
  timeoutMs: number;
  /** How long the engine holds the poll open while there is nothing to do. */
  longPollMs: number;
  fetchVariables: string[];
}

declare const answered: unique symbol;

/** Proof that the engine was given an answer for a job: only {@link Jobs} makes one, so a path without an answer does not compile. */
export interface Receipt {
  readonly [answered]: true;
  readonly answer: 'completed' | 'failed' | 'error';
  /** `gone`: the engine knows the job no more, somebody finished or cancelled it. */
  readonly accepted: 'accepted' | 'gone';
}

export interface Jobs {
  activate(activation: Activation): Promise<ActivatedJob[]>;
  complete(job: Job, variables: Variables): Promise<Receipt>;
  fail(job: Job, failure: { message: string; retries: number; backOffMs: number }): Promise<Receipt>;
  throwError(job: Job, error: { code: string; message: string; variables: Readonly<Variables> }): Promise<Receipt>;
}
