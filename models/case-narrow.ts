import type { CaseFilter } from './case-document.js';
import type { Way } from './read-list.js';
import { wordsSought } from './words.js';

/** So many of the newest cases tell how many of all a way holds, about: one that holds this many of them holds few. */
export const SAMPLED = 100;
const FEW = 1;

/** A case as far as its ways are concerned. */
export type Sampled = Readonly<Record<string, unknown>>;

/** The ways in which a list would be read, were nothing in its filter rare. */
export interface Usual {
  readonly ways: readonly Way[];
  /** By stage, for what is open: it is most of the newest cases, and few of all. */
  readonly isOpen: boolean;
  /** In order of registration, the only one that the indexes of single conditions have. */
  readonly byRegistration: boolean;
}

/**
 * Ways that hold less than the usual ones, because a word, a category, a channel that is asked for is rare: the newest cases tell.
 * Undefined where none does, and, in another order than that of registration, where they hold too much to be read as a whole.
 */
export async function narrowerWays(
  filter: CaseFilter,
  usual: Usual,
  sample: (places: readonly Way[]) => Promise<readonly Sampled[]>,
): Promise<readonly Way[] | undefined> {
  const places = placesOf(usual.ways);
  const found = places === undefined ? [] : candidatesOf(filter, places, usual);
  if (places === undefined || found.length === 0) return undefined;
  if (found.length === 1 && usual.byRegistration && !usual.isOpen && usual.ways.every(isWhole)) return found[0];
  const newest = await sample(places);
  const shares = found.map((ways) => shareOf(ways, newest));
  const least = Math.min(...shares);
  const usualShare = Math.min(usual.isOpen || !usual.byRegistration ? FEW : Infinity, shareOf(usual.ways, newest));

  return least <= usualShare ? found[shares.indexOf(least)] : undefined;
}

/** All of a locality. */
export const isWhole = (way: Way): boolean => 'locality' in way && !('parties' in way);

/** The whole localities in which these ways lie; undefined when they are not bound to any. */
export function placesOf(ways: readonly Way[]): Way[] | undefined {
  if (!ways.every((way) => 'locality' in way)) return undefined;

  return [...new Set(ways.map((way) => way['locality']))].map((locality) => ({ locality }));
}

/** One list of ways for each condition that has an index of its own. */
function candidatesOf(filter: CaseFilter, places: readonly Way[], { isOpen }: Usual): Way[][] {
  const { text, categories, channels, kinds, lamps, stages } = filter;
  const conditions: [string, readonly unknown[] | undefined][] = [
    // A row from before words were kept has none.
    ...(text === undefined ? [] : wordsSought(text)).map((word): [string, unknown[]] => ['words', [word, null]]),
    ['category', categories],
    ['channel', channels],
    ['kind', kinds],
    ['lamp', lamps],
    ['stage', isOpen ? undefined : stages],
  ];

  return conditions.flatMap(([field, values]) =>
    values === undefined ? [] : [places.flatMap((place) => values.map((value) => ({ ...place, [field]: value })))],
  );
}

/** How many of the sampled rows stand in one of these ways. */
function shareOf(ways: readonly Way[], sample: readonly Sampled[]): number {
  return sample.filter((row) => ways.some((way) => holds(way, row))).length;
}

function holds(way: Way, row: Sampled): boolean {
  return Object.entries(way).every(([field, value]) => {
    const found: readonly unknown[] = [row[field] ?? null].flat();
    const asked = isList(value) ? value.$in : [value];

    return found.some((one) => asked.includes(one));
  });
}

const isList = (value: unknown): value is { $in: readonly unknown[] } =>
  typeof value === 'object' && value !== null && '$in' in value;
