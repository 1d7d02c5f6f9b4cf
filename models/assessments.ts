import type { Connection } from 'mongoose';

import type { Count, Figures } from '../domain/figures.js';
import type { Period } from '../domain/period.js';
import { insertOnce, Mixed, modelOf, schemaOf } from './collection.js';

/** The figures of a period as a regular report (考核通报) was made of them: they never change again. */
export interface AssessmentDocument {
  /** Number of the case that carries the report. */
  _id: string;
  locality: string;
  period: Period;
  figures: Figures;
  /** Cases by category of the period before, to tell what has become more. */
  before: readonly Count[];
  /** Units at the bottom of the ranking (排名末位). */
  bottom: readonly string[];
  at: Date;
}

const schema = schemaOf<AssessmentDocument>('assessments', {
  locality: { type: String, required: true },
  period: { type: Mixed, required: true },
  figures: { type: Mixed, required: true },
  before: { type: [Mixed], required: true },
  bottom: { type: [String], required: true },
  at: { type: Date, required: true },
});

export const openAssessments = (connection: Connection) => {
  const model = modelOf(connection, 'Assessment', schema);

  return {
    /** False when the report's figures were kept before. */
    insert: (assessment: AssessmentDocument) => insertOnce(model, assessment),
    find: (caseNumber: string) => model.findById(caseNumber).lean<AssessmentDocument>().exec(),
  };
};
export type Assessments = ReturnType<typeof openAssessments>;
