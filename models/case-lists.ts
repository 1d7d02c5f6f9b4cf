import type { Model } from 'mongoose';

import { beginnings } from './beginning.js';
import type { CaseDocument, CaseFilter, CaseSort } from './case-document.js';
import { between } from './case-filter.js';
import { SAMPLED, type Sampled } from './case-narrow.js';
import { SUMMARY } from './case-schema.js';
import { caseList, type LookUp } from './case-ways.js';
import type { Page, Paging } from './collection.js';
import { likeCases, type LikeAsked } from './like-cases.js';
import { explainList, newestOf, readList, readRows } from './read-list.js';

/** By what a case is found narrowly (models/case-narrow.ts). */
const NARROW = { locality: 1, parties: 1, stage: 1, category: 1, channel: 1, kind: 1, lamp: 1, words: 1 } as const;

/** What figures are made of. */
const COUNTED = {
  ...{ registeredAt: 1, channel: 1, kind: 1, category: 1, stage: 1, outcome: 1 },
  ...{ 'place.unitId': 1, closedAt: 1, dueAt: 1 },
} as const;
export type CountedCase = Pick<
  CaseDocument,
  '_id' | 'registeredAt' | 'channel' | 'kind' | 'category' | 'stage' | 'outcome' | 'place' | 'closedAt' | 'dueAt'
>;

interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** And nothing else: with one more condition, of channels to be left out, SecantusDB reads the whole collection. */
const inPeriod = (locality: string, { from, until }: Period): object => ({
  locality,
  registeredAt: between(from, until),
});

/** Reading several cases, without the long parts of them. */
export const caseLists = (model: Model<CaseDocument>) => {
  const lookUp: LookUp = {
    sample: (ways) => readRows<Sampled & { _id: string }>(model, newestOf(ways), SAMPLED, NARROW),
    beginning: beginnings(model),
  };
  const list = async (filter: CaseFilter, sort: CaseSort, paging: Paging): Promise<Page<CaseDocument>> =>
    readList(model, await caseList(lookUp, filter, sort), paging, SUMMARY);

  return {
    findMany: (caseNumbers: readonly string[]) =>
      model
        .find({ _id: { $in: [...caseNumbers] } }, SUMMARY)
        .lean<CaseDocument[]>()
        .exec(),
    list,
    /** Earlier cases of one caller in a locality, the newest first, among those that somebody may see. */
    ofCaller: async (phoneHash: string, filter: Pick<CaseFilter, 'localities' | 'scopes'>, limit: number) =>
      (await list({ ...filter, phoneHash }, '-registeredAt', { page: 1, limit })).items,
    /** Cases that a new report may be the same as (models/like-cases.ts). */
    like: (asked: LikeAsked) => likeCases(model, asked),
    /** Cases opened because this one showed that there are more of its kind (举一反三). */
    likeCases: (caseNumber: string) =>
      model.find({ likeOf: caseNumber }, SUMMARY).sort({ _id: 1 }).lean<CaseDocument[]>().exec(),
    /** All that a locality registered from one moment on and before another, without the channels that are left out. */
    registeredIn: async (locality: string, period: Period, without: readonly string[]): Promise<CountedCase[]> => {
      const rows = await model.find(inPeriod(locality, period), COUNTED).lean<CountedCase[]>().exec();

      return rows.filter(({ channel }) => !without.includes(channel));
    },
    /** The plans by which a list is read, for tests. */
    explain: async (filter: CaseFilter, sort: CaseSort) => explainList(model, await caseList(lookUp, filter, sort)),
    explainPeriod: (locality: string, period: Period) =>
      model.collection.find(inPeriod(locality, period)).explain('executionStats'),
  };
};
