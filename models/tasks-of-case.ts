import type { Model } from 'mongoose';

import type { Submission } from './orders.js';
import type { Decision, TaskDocument } from './task-document.js';

const DECIDED = {
  formId: 1,
  unitId: 1,
  createdAt: 1,
  'submission.data.unitId': 1,
  'variables.unitId': 1,
  'variables.routeReason': 1,
  'variables.legalBasis': 1,
  'variables.deadlineClass': 1,
} as const;

/** The tasks of one case, and what became of them. */
export const tasksOfCase = (model: Model<TaskDocument>) => ({
  /** What was last handed in for a case: with this form, for this order, where they are named. */
  latestSubmission: async (of: {
    caseNumber: string;
    formId?: string | undefined;
    orderId?: string | undefined;
  }): Promise<Submission | undefined> => {
    const task = await model
      .findOne({
        caseNumber: of.caseNumber,
        ...(of.formId === undefined ? {} : { formId: of.formId }),
        state: 'completed',
        ...(of.orderId === undefined ? {} : { orderId: of.orderId }),
      })
      .sort({ completedAt: -1 })
      .lean<TaskDocument>()
      .exec();

    return task?.submission;
  },
  openOfCase: (caseNumber: string) =>
    model.find({ caseNumber, state: 'created' }, { variables: 0 }).lean<TaskDocument[]>().exec(),
  ofCase: (caseNumber: string) =>
    model.find({ caseNumber }, { variables: 0 }).sort({ createdAt: 1 }).lean<TaskDocument[]>().exec(),
  /** What the tables decided about a case, newest first: variables of its tasks, and what a person made of them. */
  decisionsOfCase: async (caseNumber: string): Promise<Decision[]> => {
    const tasks = await model
      .find({ caseNumber } as never, DECIDED)
      .sort({ createdAt: -1 })
      .lean<Decision[]>()
      .exec();

    return tasks.filter(
      ({ variables: { routeReason, deadlineClass } }) => routeReason != null || deadlineClass != null,
    );
  },
});
