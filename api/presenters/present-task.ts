import type { TaskDocument } from '../../models/tasks.js';
import type { TaskDetail, TaskSummary } from '../contract/task.js';
import type { Person } from '../policies/person.js';
import { isFor } from '../policies/task-policy.js';
import { moment, momentOrNull } from './moment.js';

type InList = Omit<TaskDocument, 'variables' | 'submission' | 'pending' | 'draft'>;

/** What a task says of its case: read with the case as it stands now. */
export type OfCase = Pick<TaskSummary, 'caseTitle' | 'stage'>;

/** A task as a list shows it. Of whoever holds it only the unit is told, except to themselves. */
export function presentTaskSummary(task: InList, person: Person, ofCase: OfCase): TaskSummary {
  return {
    taskKey: task._id,
    name: task.name,
    elementId: task.elementId,
    caseNumber: task.caseNumber ?? null,
    ...ofCase,
    formId: task.formId ?? null,
    locality: task.locality ?? null,
    unitId: task.unitId ?? null,
    orderId: task.orderId ?? null,
    state: task.state,
    mine: task.assignee === person.userId,
    forMe: isFor(person, task),
    claimed: task.assignee !== undefined,
    claimedBy: task.assigneeUnitId ?? null,
    candidateGroups: task.candidateGroups,
    priority: task.priority,
    lamp: task.lamp ?? null,
    dueAt: momentOrNull(task.dueAt),
    createdAt: moment(task.createdAt),
    completedAt: momentOrNull(task.completedAt),
  };
}

/** What a task's page needs besides. */
export type TaskPage = Pick<TaskDetail, 'form' | 'options' | 'ended' | 'again'>;

/** A task with its form. A draft is its writer's own. */
export function presentTask(task: TaskDocument, person: Person, page: TaskPage, ofCase: OfCase): TaskDetail {
  return {
    ...presentTaskSummary(task, person, ofCase),
    ...page,
    data: task.variables,
    draft: task.draft?.by === person.userId ? task.draft.data : null,
  };
}
