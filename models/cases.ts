import type { Connection } from 'mongoose';

import type { CaseDocument } from './case-document.js';
import { caseLists } from './case-lists.js';
import { caseMoves } from './case-moves.js';
import { caseSchema } from './case-schema.js';
import { modelOf } from './collection.js';
import type { Tasks } from './tasks.js';
import { unfinishedCases } from './unfinished-cases.js';

export type * from './case-document.js';
export type { CaseMove } from './case-moves.js';

export const openCases = (connection: Connection, tasks: Pick<Tasks, 'setStage'>) => {
  const model = modelOf(connection, 'Case', caseSchema);
  const read = (filter: object) =>
    model
      .findOne(filter as never)
      .lean<CaseDocument>()
      .exec();

  return {
    find: (caseNumber: string) => read({ _id: caseNumber }),
    /** Number of the case that this request registered. */
    numberOfRequest: async (requestHash: string): Promise<string | undefined> => {
      const found = await model.findOne({ requestHash }, { _id: 1 }).lean<{ _id: string }>().exec();

      return found?._id;
    },
    /** The case that this process instance runs. */
    ofInstance: (processInstanceKey: string) => read({ processInstanceKey }),
    ...caseLists(model),
    ...caseMoves(model, tasks),
    ...unfinishedCases(model),
  };
};
export type Cases = ReturnType<typeof openCases>;
