export { maskPhone } from './phone.js';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What may be shown of a name: the first character (`张*`, `欧***`), nothing of a single one. */
export function maskName(name: string): string {
  const characters = [...segmenter.segment(name.trim())].map(({ segment }) => segment);
  if (characters.length < 2) return '*'.repeat(characters.length);

  return `${characters[0] ?? ''}${'*'.repeat(Math.min(3, characters.length - 1))}`;
}
