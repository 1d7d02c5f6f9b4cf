import type { Model } from 'mongoose';

import type { Way } from './read-list.js';

const DAY = 86_400_000;
/** No holidays last so long: a span without a row lies before all of them. */
const SPAN = 10 * DAY;
/** Nothing is looked for before that. */
const FURTHEST = 50 * 365 * DAY;

/**
 * Tells where the first row of a list stands, so that reading can begin there. Not every server answers that from the index:
 * looked for by halves, once for each list of a process, for lists of this kind grow at their other end.
 */
export function beginnings(model: Pick<Model<never>, 'collection'>) {
  const known = new Map<string, Promise<Date>>();

  return (ways: readonly Way[], field: string): Promise<Date> => {
    const key = JSON.stringify([ways, field]);
    const found = known.get(key) ?? search(model, ways, field);
    known.set(key, found);
    found.catch(() => known.delete(key));

    return found;
  };
}

async function search(model: Pick<Model<never>, 'collection'>, ways: readonly Way[], field: string): Promise<Date> {
  const first = async (range: object): Promise<Date | undefined> => {
    const found = await Promise.all(
      ways.map((way) =>
        model.collection.findOne({ ...way, [field]: range }, { projection: { [field]: 1 }, sort: { [field]: 1 } }),
      ),
    );
    const times = found.flatMap((row) => (row?.[field] as Date | undefined) ?? []);

    return times.length === 0 ? undefined : new Date(Math.min(...times.map((time) => time.getTime())));
  };
  let [before, at] = [Date.now() - FURTHEST, Date.now()];
  while (at - before > SPAN) {
    const middle = (before + at) / 2;
    const row = await first({ $gte: new Date(middle), $lt: new Date(middle + SPAN) });
    if (row === undefined) before = middle;
    else at = middle;
  }

  // What stands before a longer gap.
  return (await first({ $lt: new Date(at) })) ?? new Date(at);
}
