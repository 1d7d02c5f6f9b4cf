import { STAGES } from '../domain/case.js';
import { Mixed, schemaOf } from './collection.js';
import type { TaskDocument } from './task-document.js';

export const taskSchema = schemaOf<TaskDocument>('tasks', {
  caseNumber: String,
  caseTitle: String,
  words: { type: [String], default: undefined },
  stage: { type: String, enum: STAGES },
  locality: String,
  elementId: { type: String, required: true },
  name: { type: String, required: true },
  processId: { type: String, required: true },
  version: { type: Number, required: true },
  definitionKey: { type: String, required: true },
  processInstanceKey: { type: String, required: true },
  formKey: String,
  formId: String,
  candidateGroups: { type: [String], required: true },
  assignee: String,
  assigneeUnitId: String,
  dueAt: Date,
  priority: { type: Number, required: true },
  lamp: String,
  state: { type: String, required: true },
  confidential: Boolean,
  accusedUnitId: String,
  unitId: String,
  orderId: String,
  variables: { type: Mixed, required: true },
  draft: Mixed,
  pending: Mixed,
  submission: Mixed,
  createdAt: { type: Date, required: true },
  completedAt: Date,
});
taskSchema.index({ candidateGroups: 1, state: 1, dueAt: 1 });
taskSchema.index({ candidateGroups: 1, state: 1, stage: 1, dueAt: 1 });
taskSchema.index({ assignee: 1, state: 1, dueAt: 1 });
taskSchema.index({ locality: 1, state: 1, dueAt: 1 });
taskSchema.index({ locality: 1, state: 1, stage: 1, dueAt: 1 });
taskSchema.index({ locality: 1, state: 1, name: 1, dueAt: 1 });
taskSchema.index({ locality: 1, state: 1, lamp: 1, dueAt: 1 });
taskSchema.index({ locality: 1, state: 1, words: 1, dueAt: 1 });
taskSchema.index({ locality: 1, unitId: 1, state: 1, dueAt: 1 });
taskSchema.index({ caseNumber: 1, completedAt: -1 });
taskSchema.index({ state: 1, stage: 1 });
