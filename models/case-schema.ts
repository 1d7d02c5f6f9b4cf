import { STAGES } from '../domain/case.js';
import type { CaseDocument } from './case-document.js';
import { Mixed, schemaOf } from './collection.js';

export const caseSchema = schemaOf<CaseDocument>('cases', {
  locality: { type: String, required: true },
  stage: { type: String, required: true, enum: STAGES },
  channel: { type: String, required: true },
  kind: String,
  category: String,
  urgency: String,
  branch: String,
  lineId: String,
  origin: Mixed,
  title: { type: String, required: true },
  words: { type: [String], default: undefined },
  text: { type: String, required: true },
  items: { type: [Mixed], required: true },
  answers: { type: [Mixed], default: undefined },
  place: Mixed,
  attachments: { type: [Mixed], default: undefined },
  caller: { type: Mixed, required: true },
  accusedUnitId: String,
  confidential: { type: Boolean, required: true },
  codeHash: { type: String, required: true },
  requestHash: String,
  occurredAt: Date,
  wantedAt: Date,
  registeredAt: { type: Date, required: true },
  registeredBy: { type: Mixed, required: true },
  dueAt: Date,
  warnAt: Date,
  deadlineClass: String,
  promisedOn: String,
  lamp: String,
  holder: Mixed,
  responsible: { type: [Mixed], required: true },
  parties: { type: [String], required: true },
  handlers: { type: [String], default: undefined },
  processInstanceKey: String,
  definition: Mixed,
  round: { type: Number, required: true },
  callers: { type: [Mixed], required: true },
  mergeInto: String,
  mergedInto: String,
  answered: Mixed,
  likeOf: String,
  withdrawal: Mixed,
  reopenings: { type: [Mixed], default: undefined },
  outcome: String,
  closedAt: Date,
  opening: { type: Mixed, required: true },
  unsent: { type: [Mixed], required: true },
  applied: { type: [String], required: true },
});
caseSchema.index({ locality: 1, registeredAt: -1 });
caseSchema.index({ locality: 1, stage: 1, registeredAt: -1 });
caseSchema.index({ locality: 1, category: 1, registeredAt: -1 });
caseSchema.index({ locality: 1, channel: 1, registeredAt: -1 });
caseSchema.index({ locality: 1, kind: 1, registeredAt: -1 });
caseSchema.index({ locality: 1, lamp: 1, registeredAt: -1 });
caseSchema.index({ locality: 1, words: 1, registeredAt: -1 });
caseSchema.index({ locality: 1, 'place.unitId': 1, registeredAt: -1 });
caseSchema.index({ locality: 1, dueAt: 1 });
caseSchema.index({ registeredAt: -1 });
caseSchema.index({ dueAt: 1 });
caseSchema.index({ locality: 1, parties: 1, registeredAt: -1 });
caseSchema.index({ locality: 1, parties: 1, dueAt: 1 });
caseSchema.index({ locality: 1, parties: 1, stage: 1, dueAt: 1 });
caseSchema.index({ locality: 1, stage: 1, dueAt: 1 });
caseSchema.index({ 'registeredBy.userId': 1, registeredAt: -1 });
caseSchema.index({ 'caller.phoneHash': 1, registeredAt: -1 }, { sparse: true });
// Sparse, not partial: not every server takes a partial index when it looks for one value.
caseSchema.index({ 'unsent.name': 1 }, { sparse: true });
caseSchema.index({ requestHash: 1 }, { unique: true, sparse: true });
caseSchema.index({ stage: 1, registeredAt: 1 });
caseSchema.index({ processInstanceKey: 1 }, { sparse: true });
caseSchema.index({ likeOf: 1 }, { sparse: true });
caseSchema.index({ closedAt: 1 }, { sparse: true });

/** What a list shows: the long parts stay where they are. */
export const SUMMARY = {
  words: 0,
  text: 0,
  items: 0,
  attachments: 0,
  answers: 0,
  answered: 0,
  opening: 0,
  unsent: 0,
  applied: 0,
  callers: 0,
  codeHash: 0,
  requestHash: 0,
  responsible: 0,
} as const;
