import { pairsOf, sharedPairs } from '../../domain/same-matter.js';

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
    score: titleWeight * sharedPairs(wanted, pairsOf(article.title)) + sharedPairs(wanted, pairsOf(article.body)),
  }));

  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ article }) => article);
}
