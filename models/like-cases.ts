import type { Model } from 'mongoose';

import type { CaseDocument, CaseScope } from './case-document.js';
import { caseFilter } from './case-filter.js';

/** What is known of a report, and how far back cases are looked for. */
export interface LikeAsked {
  locality: string;
  category?: string | undefined;
  /** The place's unit and those in its tree, or above it. */
  placeUnitIds?: readonly string[] | undefined;
  scopes: readonly CaseScope[];
  /** Registered after this. */
  since: Date;
  /** Closed ones count only when closed after this. */
  closedSince: Date;
}

export type LikeCase = Pick<
  CaseDocument,
  | '_id'
  | 'title'
  | 'text'
  | 'kind'
  | 'category'
  | 'place'
  | 'stage'
  | 'registeredAt'
  | 'closedAt'
  | 'outcome'
  | 'holder'
> & { callers: unknown[] };

const FIELDS = {
  title: 1,
  text: 1,
  kind: 1,
  category: 1,
  place: 1,
  stage: 1,
  registeredAt: 1,
  closedAt: 1,
  outcome: 1,
  holder: 1,
  'callers.caseNumber': 1,
} as const;

/** The newest of each search are looked at: further back the same matter would have been merged before. */
const MOST = 150;

/**
 * Open and recently closed cases of the same category, at the same place, or simply the newest: each search along an index of
 * its own. Merged and withdrawn ones are left out.
 */
export async function likeCases(model: Model<CaseDocument>, asked: LikeAsked): Promise<LikeCase[]> {
  const { locality, category, placeUnitIds = [], scopes, since, closedSince } = asked;
  const searches = [
    {},
    ...(category === undefined ? [] : [{ category }]),
    ...(placeUnitIds.length === 0 ? [] : [{ 'place.unitId': { $in: [...placeUnitIds] } }]),
  ];
  const found = await Promise.all(
    searches.map((search) =>
      model
        .find(
          {
            locality,
            ...search,
            registeredAt: { $gte: since },
            mergedInto: null,
            withdrawal: null,
            $and: [{ $or: [{ closedAt: null }, { closedAt: { $gte: closedSince } }] }, caseFilter({ scopes })],
          } as never,
          FIELDS,
        )
        .sort({ registeredAt: -1 })
        .limit(MOST)
        .lean<LikeCase[]>()
        .exec(),
    ),
  );

  return [...new Map(found.flat().map((one) => [one._id, one])).values()];
}
