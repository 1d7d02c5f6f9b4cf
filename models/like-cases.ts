import type { Model } from 'mongoose';

import type { CaseDocument, CaseScope } from './case-document.js';
import { caseFilter } from './case-filter.js';
import { readRows, type Way } from './read-list.js';

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

/** More places than this are looked for among all of the locality. */
const MOST_PLACES = 12;

/**
 * Open and recently closed cases of the same category, at the same place, or simply the newest: each search along an index of
 * its own. Merged and withdrawn ones are left out.
 */
export async function likeCases(model: Model<CaseDocument>, asked: LikeAsked): Promise<LikeCase[]> {
  const { scopes, since, closedSince } = asked;
  const found = await Promise.all(
    searchesOf(asked).map(({ ways, search }) =>
      readRows<LikeCase>(
        model,
        {
          ways,
          filter: {
            ...search,
            mergedInto: null,
            withdrawal: null,
            $and: [{ $or: [{ closedAt: null }, { closedAt: { $gte: closedSince } }] }, caseFilter({ scopes })],
          },
          order: { field: 'registeredAt', direction: -1 },
          reach: { near: new Date(), from: since },
        },
        MOST,
        FIELDS,
      ),
    ),
  );

  return [...new Map(found.flat().map((one) => [one._id, one])).values()];
}

function searchesOf({ locality, category, placeUnitIds = [] }: LikeAsked): { ways: Way[]; search: object }[] {
  const places = placeUnitIds.map((unitId) => ({ locality, 'place.unitId': unitId }));

  return [
    { ways: [{ locality }], search: {} },
    ...(category === undefined ? [] : [{ ways: [{ locality, category }], search: {} }]),
    ...(places.length === 0
      ? []
      : [
          {
            ways: places.length > MOST_PLACES ? [{ locality }] : places,
            search: { 'place.unitId': { $in: [...placeUnitIds] } },
          },
        ]),
  ];
}
