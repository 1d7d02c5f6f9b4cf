import type { Model } from 'mongoose';

import type { Page, Paging } from './collection.js';
import { slicesOf, type Reach } from './slices.js';

/** Rows of a list are counted up to here: counting further reads thousands of rows for a number that nobody looks at. */
export const COUNT_LIMIT = 500;

/** More units than this are read among all of the locality: a tree so wide has a good part of its rows. */
export const MOST_UNITS = 24;

/** Equalities, at most one of them a list of values, that an index answers whole. */
export type Way = Readonly<Record<string, unknown>>;

/** By one field; what has none stands first upwards and last downwards. */
export interface Order {
  readonly field: string;
  readonly direction: 1 | -1;
}

/** What a list is asked for as `field`, or `-field` for the last first. */
export const orderOf = (sort: string): Order => ({
  field: sort.replace('-', ''),
  direction: sort.startsWith('-') ? -1 : 1,
});

export interface ListQuery {
  /** Where to look: together they hold every row that the filter lets through. Each stands in an index before the order's field. */
  readonly ways: readonly Way[];
  readonly filter: object;
  readonly order: Order;
  /** What the filter lets through may be few of what the ways hold: then no further is read than the page asks for. */
  readonly sparse?: boolean | undefined;
  /** The list is read in slices from its beginning on, so that its length costs nothing; without it as a whole. */
  readonly reach?: Reach | undefined;
}

type Fields = Readonly<Record<string, 0 | 1>>;

/** Reads one page in the order of the list, and counts its rows up to {@link COUNT_LIMIT}. */
export async function readList<Document extends { _id: string }>(
  model: Model<Document>,
  query: ListQuery,
  paging: Paging,
  fields: Fields,
): Promise<Page<Document>> {
  const shown = paging.page * paging.limit + 1;
  const most = query.sparse === true ? shown : Math.max(COUNT_LIMIT, shown);
  const rows = await readRows(model, query, most + 1, {}); // the last only tells that there are more

  return { ...(await pageOf(model, rows.slice(0, most), paging, fields)), more: rows.length > most };
}

/** The page of rows that are known already. */
export async function pageOf<Document extends { _id: string }>(
  model: Model<Document>,
  rows: readonly { _id: string }[],
  { page, limit }: Paging,
  fields: Fields,
): Promise<Page<Document>> {
  const ids = rows.slice((page - 1) * limit, page * limit).map(({ _id }) => _id);
  const found = await model
    .find({ _id: { $in: ids } } as never, fields)
    .lean<Document[]>()
    .exec();
  const byId = new Map(found.map((document) => [document._id, document]));

  return { items: ids.flatMap((id) => byId.get(id) ?? []), page, limit, total: rows.length, more: false };
}

/** The first rows of a list, `most` of them, with these fields. */
export async function readRows<Row extends { _id: string }>(
  model: Pick<Model<never>, 'collection'>,
  { ways, filter, order, reach }: ListQuery,
  most: number,
  fields: Fields,
): Promise<Row[]> {
  const rows = new Map<string, Row>();
  const { field, direction } = order;
  const readSlice = async (slice: object): Promise<void> => {
    const found = await Promise.all(
      ways.map((way) =>
        model.collection
          .aggregate<Row>([
            // Two conditions, one after the other: MongoDB makes one of them, SecantusDB plans by the first alone.
            { $match: { ...way, ...slice } },
            { $match: filter },
            { $sort: { [field]: direction } },
            ...(most === Infinity ? [] : [{ $limit: most }]),
            { $project: { ...fields, [field]: 1 } },
          ])
          .toArray(),
      ),
    );
    for (const row of inOrder(found, order)) rows.set(row._id, row);
  };
  if (ways.length === 0) return [];
  if (reach === undefined) await readSlice({});
  else
    for (const slice of slicesOf(order, reach, () => ({ found: rows.size, wanted: most }))) {
      await readSlice(slice);
      if (rows.size >= most) break;
    }

  return [...rows.values()].slice(0, most);
}

function inOrder<Row>(found: readonly Row[][], { field, direction }: Order): Row[] {
  const [first = [], ...others] = found;
  if (others.length === 0) return first;
  const at = (row: Row): number =>
    ((row as Record<string, unknown>)[field] as Date | undefined)?.getTime() ?? -Infinity;

  return found.flat().sort((one, other) => direction * (at(one) - at(other) || 0));
}

/** How the database reads each way of a list, for tests. */
export function explainList(
  model: Pick<Model<never>, 'collection'>,
  { ways, order, reach }: ListQuery,
): Promise<object[]> {
  const { field, direction } = order;
  const slice = reach === undefined ? {} : { [field]: direction === 1 ? { $lt: reach.near } : { $gte: reach.near } };

  return Promise.all(
    ways.map((way) =>
      model.collection
        .find({ ...way, ...slice })
        .sort({ [field]: direction })
        .explain('executionStats'),
    ),
  );
}
