import type { Stage } from '../domain/case.js';
import type { Lamp } from '../domain/supervision.js';
import type { FormData, Submission } from './orders.js';

export type TaskState = 'created' | 'completed' | 'canceled';

/** A form handed in that the engine has not judged yet; it holds the task against a second one until `until`. */
export interface PendingSubmission extends Submission {
  id: string;
  until: Date;
}

/** A user task of the engine, kept true by its listeners. */
export interface TaskDocument {
  /** Key of the user task. */
  _id: string;
  /** Missing when the process has no case. */
  caseNumber?: string | undefined;
  caseTitle?: string | undefined;
  /** Of the title and the number of its case (models/words.ts), while it is open; missing where it came before they were kept. */
  words?: string[] | undefined;
  /** Where its case stands, as long as it is open; afterwards, where it stood. */
  stage?: Stage | undefined;
  locality?: string | undefined;
  elementId: string;
  /** What the handler reads. */
  name: string;
  processId: string;
  version: number;
  definitionKey: string;
  processInstanceKey: string;
  formKey?: string | undefined;
  formId?: string | undefined;
  candidateGroups: string[];
  assignee?: string | undefined;
  /** Unit of the assignee. */
  assigneeUnitId?: string | undefined;
  dueAt?: Date | undefined;
  priority: number;
  lamp?: Lamp | undefined;
  state: TaskState;
  confidential?: boolean | undefined;
  /** Unit that the case complains about: its people do not learn by this task who complained. */
  accusedUnitId?: string | undefined;
  unitId?: string | undefined;
  orderId?: string | undefined;
  /** Process variables when the task came up: initial values of its form. */
  variables: FormData;
  draft?: { data: FormData; by: string; at: Date } | undefined;
  pending?: PendingSubmission | undefined;
  submission?: Submission | undefined;
  createdAt: Date;
  completedAt?: Date | undefined;
}

/** What a task knew of the tables' decisions when it came up, and the unit that a person chose in it. */
export interface Decision extends Pick<TaskDocument, 'formId' | 'unitId' | 'createdAt' | 'variables'> {
  submission?: { data: FormData } | undefined;
}

/** A set of tasks that somebody may look at: every condition that is named must hold. */
export interface TaskScope {
  assignee?: string | undefined;
  candidateGroups?: readonly string[] | undefined;
  locality?: string | undefined;
  unitIds?: readonly string[] | undefined;
  /** False leaves out tasks of confidential cases. */
  confidential?: false | undefined;
}

/** Filters of the list of tasks. */
export interface TaskFilter {
  /** Only tasks of at least one of these; none at all when it is empty. */
  scopes?: readonly TaskScope[] | undefined;
  assignee?: string | undefined;
  /** Tasks that anybody of these groups may take. */
  candidateGroups?: readonly string[] | undefined;
  localities?: readonly string[] | undefined;
  unitIds?: readonly string[] | undefined;
  caseNumber?: string | undefined;
  orderId?: string | undefined;
  formIds?: readonly string[] | undefined;
  state?: TaskState | undefined;
  dueBefore?: Date | undefined;
  names?: readonly string[] | undefined;
  /** Where the case stands; of a task that is over, where it stood then. */
  stages?: readonly Stage[] | undefined;
  lamps?: readonly Lamp[] | undefined;
  /** Found in the title or the number of the case. */
  text?: string | undefined;
  /** Leaves out tasks of cases that complain about one of these units. */
  notAccused?: readonly string[] | undefined;
}

export type TaskSort = 'dueAt' | '-dueAt' | 'createdAt' | '-createdAt';
