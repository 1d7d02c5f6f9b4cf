interface Searchable {
  readonly title: string;
  readonly body: string;
}

/** A pair of characters in the title tells more than one somewhere in the body. */
const titleWeight = 3;

/** Articles that share pairs of characters with a text, the nearest first; all of them when no text is given. */
export function findArticles<T extends Searchable>(
  articles: readonly T[],
  text: string | undefined,
  limit: number,
): T[] {
  if (text === undefined) return articles.slice(0, limit);
  const wanted = pairsOf(text);
  const scored = articles.map((article) => ({
    article,
    score: titleWeight * shared(wanted, pairsOf(article.title)) + shared(wanted, pairsOf(article.body)),
  }));

  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ article }) => article);
}

/** Chinese is written without spaces: pairs of characters find what words would. */
function pairsOf(text: string): Set<string> {
  const characters = Array.from(text.toLowerCase().replaceAll(/[\s\p{P}]/gu, ''));
  if (characters.length < 2) return new Set(characters);

  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

function shared(wanted: ReadonlySet<string>, found: ReadonlySet<string>): number {
  return [...wanted].filter((pair) => found.has(pair)).length;
}
