import type { Model } from 'mongoose';

import type { Page, Paging } from './collection.js';
import { slicesOf, type Reach } from './slices.js';

/** Rows of a list are counted up to here: counting further reads thousands of rows for a number that nobody looks at. */
export const COUNT_LIMIT = 500;

/** More units than this are read among all of the locality: a tree so wide has a good part of its rows. */
export const MOST_UNITS = 24;

/** Equalities, at most one of them a list of values or a range, that an index answers whole. */
export type Way = Readonly<Record<string, unknown>>;

/** By one field; what has none stands last, upwards and downwards. */
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

/** The newest cases of these ways. */
export const newestOf = (ways: readonly Way[]): ListQuery => ({
  ways,
  filter: {},
  order: orderOf('-registeredAt'),
  reach: { near: new Date() },
});

type Fields = Readonly<Record<string, 0 | 1>>;

/** Reads one page in the order of the list, and counts its rows up to {@link COUNT_LIMIT}. */
export async function readList<Document extends { _id: string }>(
  model: Model<Document>,
  query: ListQuery,
  { page, limit }: Paging,
  fields: Fields,
): Promise<Page<Document>> {
  const shown = page * limit + 1;
  const most = query.sparse === true ? shown : Math.max(COUNT_LIMIT, shown);
  const rows = await readRows(model, query, most + 1, {}); // the last only tells that there are more
  const ids = rows.slice(shown - 1 - limit, shown - 1).map(({ _id }) => _id);
  const found = await model
    .find({ _id: { $in: ids } } as never, fields)
    .lean<Document[]>()
    .exec();
  const byId = new Map(found.map((document) => [document._id, document]));
  const items = ids.flatMap((id) => byId.get(id) ?? []);

  return { items, page, limit, total: Math.min(rows.length, most), more: rows.length > most };
}

/** The first rows of a list, `most` of them, with these fields. */
export async function readRows<Row extends { _id: string }>(
  model: Pick<Model<never>, 'collection'>,
  query: ListQuery,
  most: number,
  fields: Fields,
): Promise<Row[]> {
  const { ways, order, reach } = query;
  const rows = new Map<string, Row>();
  const soFar = () => ({ found: rows.size, wanted: most });
  for (const slice of reach === undefined ? [{}] : slicesOf(order, reach, soFar)) {
    const found = await Promise.all(
      ways.map((way) => readSlice<Row>(model, query, { ...way, ...slice }, most, fields)),
    );
    for (const row of inOrder(found.flat(), order)) rows.set(row._id, row);
    if (rows.size >= most) break;
  }

  return [...rows.values()].slice(0, most);
}

function readSlice<Row extends object>(
  model: Pick<Model<never>, 'collection'>,
  { filter, order: { field, direction }, reach }: ListQuery,
  slice: Way,
  most: number,
  fields: Fields,
): Promise<Row[]> {
  // Upwards the database puts first what has no value, so a list that is read as a whole is cut when it is in order.
  const isCut = reach !== undefined || direction === -1;

  return model.collection
    .aggregate<Row>([
      // Two conditions, one after the other: MongoDB makes one of them, SecantusDB plans by the first alone.
      { $match: slice },
      { $match: filter },
      { $sort: { [field]: direction } },
      ...(isCut ? [{ $limit: most }] : []),
      { $project: { ...fields, [field]: 1 } },
    ])
    .toArray();
}

function inOrder<Row extends object>(found: readonly Row[], { field, direction }: Order): Row[] {
  const at = (row: Row) => (row as Readonly<Record<string, Date | string | null | undefined>>)[field] ?? undefined;

  return [...found].sort((one, other) => {
    const [first, second] = [at(one), at(other)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);

    return first < second ? -direction : first > second ? direction : 0;
  });
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
