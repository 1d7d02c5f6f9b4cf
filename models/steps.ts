import type { Connection } from 'mongoose';

import { Mixed, modelOf, schemaOf, type Actor } from './collection.js';
import { StepTips } from './step-tips.js';

/** The element of a diagram that caused a step. */
export interface StepElement {
  processId: string;
  version: number;
  definitionKey: string;
  elementId: string;
  label?: string | undefined;
}

/** One act of a case's record: append-only, numbered from 1 without gaps, each holding the hash of the one before. */
export interface StepDocument {
  /** Cause key: what made the step, once, e.g. `job:2251799813685251` or `register:BC-20191221-0001`. */
  _id: string;
  caseNumber: string;
  number: number;
  at: Date;
  by: Actor;
  /** Verb and thing, e.g. `dispatch-order`. */
  act: string;
  element?: StepElement | undefined;
  data: Record<string, unknown>;
  previousHash: string;
  hash: string;
}

const schema = schemaOf<StepDocument>('steps', {
  caseNumber: { type: String, required: true },
  number: { type: Number, required: true },
  at: { type: Date, required: true },
  by: { type: Mixed, required: true },
  act: { type: String, required: true },
  element: Mixed,
  data: { type: Mixed, required: true },
  previousHash: { type: String },
  hash: { type: String, required: true },
});
schema.index({ caseNumber: 1, number: 1 }, { unique: true });

export const openSteps = (connection: Connection) => {
  const model = modelOf(connection, 'Step', schema);
  const tips = new StepTips();

  return {
    /** The last steps this process knows of. */
    tips,
    /** Thrown MongoServerError 11000 when the cause made a step before, or its number is taken. */
    insert: async (step: StepDocument): Promise<void> => {
      await model.create([step]);
    },
    find: (cause: string) => model.findById(cause).lean<StepDocument>().exec(),
    last: (caseNumber: string) => model.findOne({ caseNumber }).sort({ number: -1 }).lean<StepDocument>().exec(),
    /** The record of a case, from its first step. */
    ofCase: (caseNumber: string) => model.find({ caseNumber }).sort({ number: 1 }).lean<StepDocument[]>().exec(),
  };
};
export type Steps = ReturnType<typeof openSteps>;
