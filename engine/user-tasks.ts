import type { Variables } from './variables.js';

export type UserTaskState =
  'CREATING' | 'CREATED' | 'ASSIGNING' | 'UPDATING' | 'COMPLETING' | 'COMPLETED' | 'CANCELING' | 'CANCELED' | 'FAILED';

export interface UserTask {
  key: string;
  name: string | undefined;
  state: UserTaskState;
  elementId: string;
  elementInstanceKey: string;
  processInstanceKey: string;
  processDefinitionId: string;
  processDefinitionKey: string;
  processDefinitionVersion: number;
  assignee: string | undefined;
  candidateGroups: string[];
  /** ISO 8601 with offset, like every date here. */
  dueDate: string | undefined;
  createdAt: string | undefined;
  completedAt: string | undefined;
  priority: number;
}

export interface UserTaskFilter {
  state?: UserTaskState;
  assignee?: string;
  candidateGroup?: string;
  elementId?: string;
  processInstanceKey?: string;
}

/** What stays out is kept; `''` and `[]` empty a field. */
export interface UserTaskChanges {
  dueDate?: string;
  followUpDate?: string;
  candidateGroups?: string[];
  candidateUsers?: string[];
  /** 0 to 100. */
  priority?: number;
}

export interface Form {
  id: string;
  key: string;
  version: number;
  /** form-js schema. */
  schema: Record<string, unknown>;
}

/**
 * Acts on native user tasks. The engine is the judge: of two people who complete the same task one gets {@link TaskNotOpenError}.
 *
 * Every act throws TaskNotFoundError, TaskNotOpenError, EngineUnavailableError, and ListenerSlowError when a listener was
 * too slow and the task's state does not show that the act came through all the same.
 */
export interface UserTasks {
  /** Gives the task to a person. Thrown TaskTakenError when somebody holds it and `override` is not set. */
  assign(key: string, assignee: string, options?: { override?: boolean }): Promise<void>;
  unassign(key: string): Promise<void>;
  /** Resolves when the task is completed by this call, or when this call's answer was lost but the task is completed. */
  complete(key: string, variables: Variables): Promise<void>;
  update(key: string, changes: UserTaskChanges): Promise<void>;
  /** The form bound to the task, undefined when the diagram binds none. */
  form(key: string): Promise<Form | undefined>;
  get(key: string): Promise<UserTask>;
  /** May lag behind in a cluster: lists for people come from the database. */
  search(filter: UserTaskFilter): Promise<UserTask[]>;
  /** A page of the open tasks, oldest first, `next` of the page before after it; `next` is undefined at the last page. */
  open(after: string | undefined, limit: number): Promise<{ tasks: UserTask[]; next: string | undefined }>;
}
