import type { Connection } from 'mongoose';

import { modelOf, type Page, type Paging } from './collection.js';
import { explainList, pageOf, readList, readRows } from './read-list.js';
import type { TaskDocument, TaskFilter, TaskSort } from './task-document.js';
import { taskMoves } from './task-moves.js';
import { taskSchema } from './task-schema.js';
import { taskList } from './task-ways.js';
import { tasksOfCase } from './tasks-of-case.js';

export type * from './task-document.js';

/** What a list shows: the long parts stay where they are. */
const SUMMARY = { variables: 0, submission: 0, pending: 0, draft: 0 } as const;

type CaseRow = Pick<TaskDocument, '_id' | 'caseNumber'>;
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
    /** A list of those tasks whose cases pass: the numbers of all of them are asked about at once. */
    listOfCases: async (
      { filter, sort, paging }: { filter: TaskFilter; sort: TaskSort; paging: Paging },
      passing: (caseNumbers: readonly string[]) => Promise<readonly string[]>,
    ): Promise<Page<TaskDocument>> => {
      const rows = await readRows<CaseRow>(model, taskList(filter, sort), Infinity, { caseNumber: 1 });
      const numbers = rows.flatMap(({ caseNumber }) => caseNumber ?? []);
      const passed = new Set(await passing([...new Set(numbers)]));

      return pageOf(
        model,
        rows.filter(({ caseNumber }) => caseNumber !== undefined && passed.has(caseNumber)),
        paging,
        SUMMARY,
      );
    },
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
