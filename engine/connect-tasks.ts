import { branded } from './branded.js';
import type { Call } from './call.js';
import type { Clients } from './clients.js';
import { eventually } from './eventually.js';
import { optional, present } from './present.js';
import { taskAct } from './task-act.js';
import type { Form, UserTask, UserTaskChanges, UserTaskFilter, UserTasks } from './user-tasks.js';

type Query = NonNullable<Parameters<Clients['rest']['searchUserTasks']>[0]['filter']>;
type TaskOnTheWire = Awaited<ReturnType<Clients['rest']['getUserTask']>>;

/** User tasks over the engine's REST door. */
export function connectTasks({ rest }: Clients, call: Call, patienceMs: number): UserTasks {
  const get = async (key: string): Promise<UserTask> =>
    userTask(await call('getUserTask', () => rest.getUserTask({ userTaskKey: branded(key) }, eventually)));
  const act = taskAct({ call, get, patienceMs });

  return {
    get,
    assign: (key, assignee, { override = false } = {}) =>
      act(key, {
        operation: 'assignUserTask',
        send: () => rest.assignUserTask({ userTaskKey: branded(key), assignee, allowOverride: override }),
        cameThrough: (task) => task.assignee === assignee,
      }),
    unassign: (key) =>
      act(key, {
        operation: 'unassignUserTask',
        send: () => rest.unassignUserTask({ userTaskKey: branded(key) }),
        cameThrough: (task) => task.assignee === undefined,
      }),
    complete: (key, variables) =>
      act(key, {
        operation: 'completeUserTask',
        send: () => rest.completeUserTask({ userTaskKey: branded(key), variables: { ...variables } }),
        cameThrough: (task) => task.state === 'COMPLETED',
      }),
    update: (key, changes) =>
      act(key, {
        operation: 'updateUserTask',
        send: () => rest.updateUserTask({ userTaskKey: branded(key), changeset: { ...changes } }),
        cameThrough: (task) => hasChanges(task, changes),
      }),
    form: async (key) =>
      form(await call('getUserTaskForm', () => rest.getUserTaskForm({ userTaskKey: branded(key) }, eventually))),
    search: async (filter) => {
      const found = await call('searchUserTasks', () =>
        rest.searchUserTasks({ filter: wireFilter(filter) as Query, page: { from: 0, limit: 10_000 } }, eventually),
      );

      return found.items.map(userTask);
    },
    open: async (after, limit) => {
      const { items, page } = await call('searchUserTasks', () =>
        rest.searchUserTasks(
          {
            filter: { state: 'CREATED' },
            sort: [{ field: 'creationDate', order: 'ASC' }],
            page: after === undefined ? { from: 0, limit } : { after: branded(after), limit },
          },
          eventually,
        ),
      );

      return { tasks: items.map(userTask), next: items.length < limit ? undefined : page.endCursor };
    },
  };
}

function userTask(task: TaskOnTheWire): UserTask {
  return {
    key: task.userTaskKey,
    name: optional(task.name),
    state: present(task.state, 'userTask.state'),
    elementId: present(task.elementId, 'userTask.elementId'),
    elementInstanceKey: present(task.elementInstanceKey, 'userTask.elementInstanceKey'),
    processInstanceKey: present(task.processInstanceKey, 'userTask.processInstanceKey'),
    processDefinitionId: present(task.processDefinitionId, 'userTask.processDefinitionId'),
    processDefinitionKey: present(task.processDefinitionKey, 'userTask.processDefinitionKey'),
    processDefinitionVersion: present(task.processDefinitionVersion, 'userTask.processDefinitionVersion'),
    assignee: optional(task.assignee),
    candidateGroups: task.candidateGroups ?? [],
    dueDate: optional(task.dueDate),
    createdAt: optional(task.creationDate),
    completedAt: optional(task.completionDate),
    priority: task.priority ?? 50,
  };
}

function form(found: Awaited<ReturnType<Clients['rest']['getUserTaskForm']>> | null | undefined): Form | undefined {
  if (found?.formId === undefined) return undefined; // 204: the diagram binds none
  // the 8.8 client types the schema as an object, servers send it as text
  const schema: unknown = typeof found.schema === 'string' ? JSON.parse(found.schema) : found.schema;

  return {
    id: found.formId,
    key: present(found.formKey, 'form.formKey'),
    version: present(found.version, 'form.version'),
    schema: present(schema, 'form.schema') as Record<string, unknown>,
  };
}

function wireFilter({ state, assignee, candidateGroup, elementId, processInstanceKey }: UserTaskFilter) {
  return {
    ...(state && { state }),
    ...(assignee && { assignee }),
    ...(candidateGroup && { candidateGroup }),
    ...(elementId && { elementId }),
    ...(processInstanceKey && { processInstanceKey }),
  };
}

function hasChanges(task: UserTask, { dueDate, candidateGroups, priority }: UserTaskChanges): boolean {
  return (
    (dueDate === undefined || sameMoment(dueDate, task.dueDate)) &&
    (priority === undefined || priority === task.priority) &&
    (candidateGroups === undefined || candidateGroups.join() === task.candidateGroups.join())
  );
}

/** Servers write the same moment in several ways. */
function sameMoment(one: string, other: string | undefined): boolean {
  return one === '' || other === undefined ? one === (other ?? '') : Date.parse(one) === Date.parse(other);
}
