/** What is known of a report, or of a case, when asking whether both are about the same matter (同一事项). */
export interface Matter {
  readonly title: string;
  readonly text: string;
  readonly category?: string | undefined;
  readonly placeUnitId?: string | undefined;
  readonly address?: string | undefined;
}

/** Why a case looks like the same matter: its words, its place, its category. */
export const LIKENESSES = ['words', 'place', 'category'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** From 0 (nothing in common) to 1; `because` names what counted, the strongest first. */
export interface Resemblance {
  readonly score: number;
  readonly because: readonly Likeness[];
}

/** Whether one unit's area lies in the other's. */
export type SamePlace = (one: string, other: string) => boolean;

const WEIGHTS: Readonly<Record<Likeness, number>> = { words: 0.6, place: 0.25, category: 0.15 };

/** Fewer shared pairs of characters than this are chance, not the same words. */
const FEWEST_SHARED = 3;
/** A case told at length still resembles a short report: this share of the shorter text's pairs is taken for all of them. */
const FULL_SHARE = 0.6;
/** Place and category alone (0.4) are no sign of the same matter; some words must be shared too. */
export const LOWEST_SCORE = 0.45;
/** A matter told this many days apart counts half. */
const HALF_LIFE_DAYS = 14;
const DAY = 86_400_000;

/**
 * How much a case looks like what is being told: by pairs of characters shared (Chinese is written without spaces), the same
 * place or one within the other, the same category; the longer ago it was told, the less.
 */
export function resemblance(
  told: Matter,
  found: Matter & { readonly at: Date },
  { now, samePlace }: { now: Date; samePlace: SamePlace },
): Resemblance {
  const parts: Readonly<Record<Likeness, number>> = {
    words: sharedWords(told, found),
    place: likePlace(told, found, samePlace),
    category: told.category !== undefined && told.category === found.category ? 1 : 0,
  };
  const because = LIKENESSES.filter((likeness) => parts[likeness] > 0);
  const sum = because.reduce((total, likeness) => total + WEIGHTS[likeness] * parts[likeness], 0);

  return { score: sum * freshness(found.at, now), because: because.sort((a, b) => gain(parts, b) - gain(parts, a)) };
}

const gain = (parts: Readonly<Record<Likeness, number>>, likeness: Likeness): number =>
  WEIGHTS[likeness] * parts[likeness];

/** Pairs of neighbouring characters, without blanks and punctuation; a single character stands for itself. */
export function pairsOf(text: string): ReadonlySet<string> {
  const characters = Array.from(text.toLowerCase().replaceAll(/[\s\p{P}]/gu, ''));
  if (characters.length < 2) return new Set(characters);

  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

/** How many pairs both texts have. */
export const sharedPairs = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((pair) => other.has(pair)).length;

function sharedWords(told: Matter, found: Matter): number {
  const [one, other] = [told, found].map(({ title, text, address = '' }) => pairsOf(`${title}。${text}。${address}`));
  if (one === undefined || other === undefined) return 0;
  const shared = sharedPairs(one, other);
  if (shared < FEWEST_SHARED) return 0;

  return Math.min(1, shared / (Math.min(one.size, other.size) * FULL_SHARE));
}

function likePlace(told: Matter, found: Matter, samePlace: SamePlace): number {
  const [one, other] = [told.placeUnitId, found.placeUnitId];
  if (one === undefined || other === undefined) return 0;
  if (one === other) return 1;

  return samePlace(one, other) ? 0.7 : 0;
}

function freshness(at: Date, now: Date): number {
  const days = Math.max(0, now.getTime() - at.getTime()) / DAY;

  return 1 / (1 + days / HALF_LIFE_DAYS);
}
