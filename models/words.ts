/**
 * Keys by which a row is found by what its texts hold: each of their characters, and every two that stand together, without
 * case. Chinese has no spaces to cut at, and pairs are few enough to be kept with every row.
 */
export function wordsOf(...texts: readonly string[]): string[] {
  const keys = texts.map(lowered).flatMap((characters) => [...characters, ...pairsOf(characters)]);

  return [...new Set(keys)];
}

/** Keys that every text has in which this one stands: its pairs, or itself when it is one character. */
export function wordsSought(text: string): string[] {
  const characters = lowered(text);

  return characters.length === 1 ? characters : pairsOf(characters);
}

/** One by one: what a letter becomes must not depend on its neighbours. */
const lowered = (text: string): string[] => Array.from(text, (character) => character.toLowerCase());

const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, n) => `${characters[n] ?? ''}${character}`);
