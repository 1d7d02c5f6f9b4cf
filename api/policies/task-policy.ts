import type { TaskDocument, TaskScope } from '../../models/tasks.js';
import { may, scopesOf, type Subject } from './may.js';
import { groupsOf, type Person } from './person.js';
import type { Scope } from './role-table.js';

/** The parts of a task that decide who may see it and work on it. */
export type TaskAtHand = Pick<TaskDocument, 'locality' | 'unitId' | 'candidateGroups' | 'assignee' | 'confidential'>;

/** Whether it is a task for this person: offered to a group of theirs, or given to them. */
export function isFor(person: Person, task: TaskAtHand): boolean {
  return task.assignee === person.userId || groupsOf(person).some((group) => task.candidateGroups.includes(group));
}

/** Whether a person may claim, fill in and complete a task. */
export function mayWorkOn(person: Person, task: TaskAtHand): boolean {
  return isFor(person, task) && scopesOf(person, 'work-on-task').length > 0;
}

/** Whether a person may look at a task; one of a confidential case only those it is for. */
export function mayReadTask(person: Person, task: TaskAtHand): boolean {
  return isFor(person, task) || (task.confidential !== true && may(person, 'read-task', subjectOf(task)));
}

/** Whether a person may take a task from one colleague and give it to another. */
export function mayReassign(person: Person, task: TaskAtHand): boolean {
  return mayReadTask(person, task) && may(person, 'reassign-task', subjectOf(task));
}

/** The tasks that a person may look at, as sets that a list can be asked for. */
export function visibleTasks(person: Person): TaskScope[] {
  const groups = groupsOf(person);
  const forMe = [{ assignee: person.userId }, ...(groups.length === 0 ? [] : [{ candidateGroups: groups }])];
  const others = scopesOf(person, 'read-task').flatMap((scope) => {
    const set = setOf(person, scope);

    return set === undefined ? [] : [{ ...set, confidential: false as const }];
  });

  return [...forMe, ...others];
}

function setOf({ locality, unitId, subtree }: Person, scope: Scope): TaskScope | undefined {
  if (locality === undefined) return undefined;
  if (scope === 'locality') return { locality };
  if (unitId === undefined || scope === 'own' || scope === 'realm') return undefined;

  return { locality, unitIds: scope === 'unit' ? [unitId] : subtree };
}

/** A task belongs to the unit that it was made for; those it is offered to are {@link isFor}'s business. */
function subjectOf({ locality, unitId, assignee }: TaskAtHand): Subject {
  return {
    locality,
    unitIds: unitId === undefined ? [] : [unitId],
    userIds: assignee === undefined ? [] : [assignee],
  };
}
