import type { Connection } from 'mongoose';

import { modelOf, type Page, type Paging } from './collection.js';
import { explainList, readList, readRows } from './read-list.js';
import type { TaskDocument, TaskFilter, TaskSort } from './task-document.js';
import { taskMoves } from './task-moves.js';
import { taskSchema } from './task-schema.js';
import { taskList } from './task-ways.js';
import { tasksOfCase } from './tasks-of-case.js';

export type * from './task-document.js';

/** What a list shows: the long parts stay where they are. */
const SUMMARY = { words: 0, variables: 0, submission: 0, pending: 0, draft: 0 } as const;

type Digest = Pick<TaskDocument, '_id' | 'name' | 'dueAt'>;

export const openTasks = (connection: Connection) => {
  const model = modelOf(connection, 'Task', taskSchema);

  return {
    find: (taskKey: string) => model.findById(taskKey).lean<TaskDocument>().exec(),
    list: (filter: TaskFilter, sort: TaskSort, paging: Paging): Promise<Page<TaskDocument>> =>
      readList(model, taskList(filter, sort), paging, SUMMARY),
    /** Names and deadlines, for counting: the soonest due of a list. */
    digest: (filter: TaskFilter, limit: number) =>
      readRows<Digest>(model, taskList(filter, 'dueAt'), limit, { name: 1 }),
    /** The plans by which a list is read, for tests. */
    explain: (filter: TaskFilter, sort: TaskSort) => explainList(model, taskList(filter, sort)),
    /** Open rows made before this moment, in the order of their keys, after this one. */
    openBefore: (before: Date, after: string, limit: number) =>
      model
        .find({ _id: { $gt: after }, state: 'created', createdAt: { $lt: before } } as never, { variables: 0 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<TaskDocument[]>()
        .exec(),
    /** Open rows of a case that do not tell where it stands. */
    withoutStage: (limit: number) =>
      model.collection
        .aggregate<Pick<TaskDocument, '_id' | 'caseNumber' | 'stage'>>([
          // Two conditions: see models/read-list.ts.
          { $match: { state: 'created', stage: null } },
          { $match: { caseNumber: { $ne: null } } },
          { $limit: limit },
          { $project: { caseNumber: 1 } },
        ])
        .toArray(),
    findMany: (taskKeys: readonly string[]) =>
      model
        .find({ _id: { $in: [...taskKeys] } }, { state: 1, completedAt: 1 })
        .lean<Pick<TaskDocument, '_id' | 'state' | 'completedAt'>[]>()
        .exec(),
    ...tasksOfCase(model),
    ...taskMoves(model),
  };
};
export type Tasks = ReturnType<typeof openTasks>;
