import type { Model } from 'mongoose';

import type { Stage } from '../domain/case.js';
import type { CaseDocument, CaseFilter, CaseSort } from './case-document.js';
import { SUMMARY } from './case-schema.js';
import { caseList } from './case-ways.js';
import type { Page, Paging } from './collection.js';
import { likeCases, type LikeAsked } from './like-cases.js';
import { explainList, readList } from './read-list.js';

/** Values in one query. */
const MOST_VALUES = 100;

/** Reading several cases, without the long parts of them. */
export const caseLists = (model: Model<CaseDocument>) => {
  const findMany = (caseNumbers: readonly string[]) =>
    model
      .find({ _id: { $in: [...caseNumbers] } }, SUMMARY)
      .lean<CaseDocument[]>()
      .exec();

  return {
    findMany,
    /** Those of these cases that stand at one of these stages. */
    atStages: async (caseNumbers: readonly string[], stages: readonly Stage[]): Promise<string[]> => {
      const found = await Promise.all(
        partsOf(caseNumbers).map((part) =>
          model
            .find({ _id: { $in: part }, stage: { $in: [...stages] } } as never, { _id: 1 })
            .lean<{ _id: string }[]>()
            .exec(),
        ),
      );

      return found.flat().map(({ _id }) => _id);
    },
    list: (filter: CaseFilter, sort: CaseSort, paging: Paging): Promise<Page<CaseDocument>> =>
      readList(model, caseList(filter, sort), paging, SUMMARY),
    /** Earlier cases of one caller in a locality, the newest first, among those that somebody may see. */
    ofCaller: async (phoneHash: string, filter: Pick<CaseFilter, 'localities' | 'scopes'>, limit: number) =>
      (await readList(model, caseList({ ...filter, phoneHash }, '-registeredAt'), { page: 1, limit }, SUMMARY)).items,
    /** Cases that a new report may be the same as (models/like-cases.ts). */
    like: (asked: LikeAsked) => likeCases(model, asked),
    /** Cases opened because this one showed that there are more of its kind (举一反三). */
    likeCases: (caseNumber: string) =>
      model.find({ likeOf: caseNumber }, SUMMARY).sort({ _id: 1 }).lean<CaseDocument[]>().exec(),
    /** The plans by which a list is read, for tests. */
    explain: (filter: CaseFilter, sort: CaseSort) => explainList(model, caseList(filter, sort)),
  };
};

/** A row may be compared with every value of its query, so ten short lists of values cost less than a long one. */
function partsOf(caseNumbers: readonly string[]): string[][] {
  const parts = Math.ceil(caseNumbers.length / MOST_VALUES);

  return Array.from({ length: parts }, (_, part) => caseNumbers.slice(part * MOST_VALUES, (part + 1) * MOST_VALUES));
}
