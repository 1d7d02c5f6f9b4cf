import type { Connection } from 'mongoose';

import { STAGES, stagesBefore, type Stage } from '../domain/case.js';
import type { Attachment, CaseChange, CaseDocument, CaseFilter, CaseSort, Reopening } from './case-document.js';
import { caseFilter } from './case-filter.js';
import { likeCases, type LikeAsked } from './like-cases.js';
import { Mixed, modelOf, readPage, schemaOf, type Page, type Paging } from './collection.js';

export type * from './case-document.js';

const schema = schemaOf<CaseDocument>('cases', {
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
schema.index({ locality: 1, registeredAt: -1 });
schema.index({ locality: 1, stage: 1, registeredAt: -1 });
schema.index({ locality: 1, category: 1, registeredAt: -1 });
schema.index({ locality: 1, 'place.unitId': 1, registeredAt: -1 });
schema.index({ locality: 1, dueAt: 1 });
schema.index({ registeredAt: -1 });
schema.index({ dueAt: 1 });
schema.index({ locality: 1, parties: 1, registeredAt: -1 });
schema.index({ locality: 1, parties: 1, dueAt: 1 });
schema.index({ 'caller.phoneHash': 1, registeredAt: -1 }, { sparse: true });
schema.index({ 'unsent.messageId': 1 }, { partialFilterExpression: { 'unsent.messageId': { $exists: true } } });
schema.index({ requestHash: 1 }, { unique: true, partialFilterExpression: { requestHash: { $exists: true } } });
schema.index({ stage: 1, registeredAt: 1 });
schema.index({ processInstanceKey: 1 }, { sparse: true });
schema.index({ likeOf: 1 }, { sparse: true });
schema.index({ closedAt: 1 }, { sparse: true });

/** A move keeps this many causes: far more than jobs of one case that can come again at a time. */
const KEPT_CAUSES = 64;

/** What a list shows: the long parts stay where they are. */
const SUMMARY = {
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

/** How a case is to be moved: to which stage, if any, and what else changes. */
export interface CaseMove {
  to?: Stage | undefined;
  set?: CaseChange | undefined;
  /** Units that have a part in the case from now on. */
  parties?: readonly string[] | undefined;
  /** Somebody else who reported the same and is told the result; each case joins once. */
  joins?: CaseDocument['callers'][number] | undefined;
  /** Fields that hold no longer. */
  unset?: readonly (keyof CaseChange)[] | undefined;
  /** Begins the case anew; kept with it. */
  reopening?: Reopening | undefined;
  /** A message to the engine, kept with the case until it is sent. */
  unsent?: CaseDocument['unsent'][number] | undefined;
  /** Further conditions on the case as it stands, e.g. that nobody else's instance holds it. */
  when?: Record<string, unknown> | undefined;
}

export const openCases = (connection: Connection) => {
  const model = modelOf(connection, 'Case', schema);
  const read = (filter: object) =>
    model
      .findOne(filter as never)
      .lean<CaseDocument>()
      .exec();

  return {
    /** The one write of registering. Thrown MongoServerError 11000 when the number is taken, or the request has its case. */
    insert: async (document: CaseDocument): Promise<void> => {
      await model.create([document]);
    },
    find: (caseNumber: string) => read({ _id: caseNumber }),
    /** Number of the case that this request registered. */
    numberOfRequest: async (requestHash: string): Promise<string | undefined> => {
      const found = await model.findOne({ requestHash }, { _id: 1 }).lean<{ _id: string }>().exec();

      return found?._id;
    },
    /** The case that this process instance runs. */
    ofInstance: (processInstanceKey: string) => read({ processInstanceKey }),
    /** The case that an instance holds. */
    findByInstance: (processInstanceKey: string) => read({ processInstanceKey }),
    findMany: (caseNumbers: readonly string[]) =>
      model
        .find({ _id: { $in: [...caseNumbers] } }, SUMMARY)
        .lean<CaseDocument[]>()
        .exec(),
    /** Those of these cases that stand at one of these stages. */
    atStages: async (caseNumbers: readonly string[], stages: readonly Stage[]): Promise<string[]> => {
      const found = await model
        .find({ _id: { $in: [...caseNumbers] }, stage: { $in: [...stages] } } as never, { _id: 1 })
        .lean<{ _id: string }[]>()
        .exec();

      return found.map(({ _id }) => _id);
    },
    /**
     * Moves the case on if it stands where the move may start, once per cause.
     * Answers the case as it now is, or null when it stands elsewhere or this cause moved it before.
     */
    move: (caseNumber: string, cause: string, { to, set = {}, parties = [], when = {}, ...more }: CaseMove) =>
      model
        .findOneAndUpdate(
          {
            _id: caseNumber,
            stage: to === undefined ? { $ne: 'closed' } : { $in: startsOf(to) },
            applied: { $ne: cause },
            ...(more.joins === undefined ? {} : { 'callers.caseNumber': { $ne: more.joins.caseNumber } }),
            ...when,
          } as never,
          {
            $set: { ...set, ...(to === undefined ? {} : { stage: to }) },
            $push: { applied: { $each: [cause], $slice: -KEPT_CAUSES }, ...pushed(more) },
            ...unsetting(more.unset),
            ...(parties.length === 0 ? {} : { $addToSet: { parties: { $each: [...parties] } } }),
          },
          { returnDocument: 'after' },
        )
        .lean<CaseDocument>()
        .exec(),
    /** Adds files to a case, each once, also to one that is closed. */
    attach: async (caseNumber: string, attachments: readonly Attachment[]): Promise<void> => {
      for (const attachment of attachments)
        await model
          .updateOne({ _id: caseNumber, 'attachments.fileId': { $ne: attachment.fileId } } as never, {
            $push: { attachments: attachment },
          })
          .exec();
    },
    list: (filter: CaseFilter, sort: CaseSort, paging: Paging): Promise<Page<CaseDocument>> =>
      readPage(model, { filter: caseFilter(filter), sort: sortOf(sort), paging, fields: SUMMARY }),
    /** Cases with a message to the engine that is not sent, longest waiting first. */
    withUnsent: (limit: number) =>
      model
        .find({ 'unsent.messageId': { $exists: true } } as never, {
          unsent: 1,
          opening: 1,
          locality: 1,
          registeredAt: 1,
        })
        .sort({ registeredAt: 1 })
        .limit(limit)
        .lean<Pick<CaseDocument, '_id' | 'unsent' | 'opening' | 'locality' | 'registeredAt'>[]>()
        .exec(),
    /** Takes a message out after it was sent. */
    sent: (caseNumber: string, messageId: string) =>
      model.updateOne({ _id: caseNumber }, { $pull: { unsent: { messageId } } }).exec(),
    /** Puts a message (again) among the unsent, unless it is there. */
    requeue: (caseNumber: string, message: CaseDocument['unsent'][number]) =>
      model
        .updateOne({ _id: caseNumber, 'unsent.messageId': { $ne: message.messageId } } as never, {
          $push: { unsent: message },
        })
        .exec(),
    /** Cases that no instance has taken, registered or reopened before this moment. */
    withoutInstance: (before: Date, limit: number) =>
      model
        .find({
          stage: 'registered',
          processInstanceKey: null,
          registeredAt: { $lt: before },
          'reopenings.at': { $not: { $gte: before } },
        } as never)
        .sort({ registeredAt: 1 })
        .limit(limit)
        .lean<CaseDocument[]>()
        .exec(),
    /** Open cases that an instance holds, in the order of their numbers, after this one. */
    openWithInstance: (after: string, before: Date, limit: number) =>
      model
        .find(
          {
            _id: { $gt: after },
            stage: { $ne: 'closed' },
            processInstanceKey: { $ne: null },
            registeredAt: { $lt: before },
          } as never,
          SUMMARY,
        )
        .sort({ _id: 1 })
        .limit(limit)
        .lean<CaseDocument[]>()
        .exec(),
    /** Earlier cases of one caller in a locality, the newest first, among those that somebody may see. */
    ofCaller: (phoneHash: string, filter: Pick<CaseFilter, 'localities' | 'scopes'>, limit: number) =>
      model
        .find({ 'caller.phoneHash': phoneHash, $and: [caseFilter(filter)] } as never, SUMMARY)
        .sort({ registeredAt: -1 })
        .limit(limit)
        .lean<CaseDocument[]>()
        .exec(),
    /** Cases that a new report may be the same as (models/like-cases.ts). */
    like: (asked: LikeAsked) => likeCases(model, asked),
    /** Cases opened because this one showed that there are more of its kind (举一反三). */
    likeCases: (caseNumber: string) =>
      model.find({ likeOf: caseNumber }, SUMMARY).sort({ _id: 1 }).lean<CaseDocument[]>().exec(),
    /** The plan of a list's query, for tests. */
    explain: (filter: CaseFilter, sort: CaseSort) =>
      model.collection
        .find(caseFilter(filter) as never)
        .sort(sortOf(sort))
        .limit(20)
        .explain('executionStats'),
  };
};
export type Cases = ReturnType<typeof openCases>;

/** Where a move may start: also from where it goes to, for a second order changes what it changes, but never from the end. */
function startsOf(to: Stage): Stage[] {
  return to === 'closed' ? [...stagesBefore(to)] : [...stagesBefore(to), to];
}

function pushed({ joins, unsent, reopening }: CaseMove): object {
  return {
    ...(joins === undefined ? {} : { callers: joins }),
    ...(unsent === undefined ? {} : { unsent }),
    ...(reopening === undefined ? {} : { reopenings: reopening }),
  };
}

function unsetting(fields: CaseMove['unset'] = []): object {
  return fields.length === 0 ? {} : { $unset: Object.fromEntries(fields.map((field) => [field, 1])) };
}

function sortOf(sort: CaseSort): Record<string, 1 | -1> {
  const field = sort.replace('-', '');

  return { [field]: sort.startsWith('-') ? -1 : 1 };
}
