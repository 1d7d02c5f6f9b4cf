export { maskPhone } from './phone.js';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What may be shown of a name: the first character (`张*`, `欧***`), nothing of a single one. */
export function maskName(name: string): string {
  const characters = [...segmenter.segment(name.trim())].map(({ segment }) => segment);
  if (characters.length < 2) return '*'.repeat(characters.length);

  return `${characters[0] ?? ''}${'*'.repeat(Math.min(3, characters.length - 1))}`;
}

const MASK = '****';

/** An identity number, a mobile phone, a fixed line with its area code or behind a word that says so; never a short service line. */
const NUMBERS =
  /(?<!\d)(?:\d{17}[\dXx]|(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[- ]?[2-9]\d{6,7}|(?<=(?:电话|座机|联系)[^\d\n]{0,4})[2-9]\d{6,7})(?!\d)/g;

/**
 * A text for whoever knows number and code: without phones and identity numbers, and without these names.
 * @param keep public numbers that may stand, e.g. the hotline's
 */
export function withoutPersons(
  text: string,
  { names, keep }: { names: readonly string[]; keep: readonly string[] },
): string {
  const digits = (number: string) => number.replaceAll(/\D/g, '');
  const known = new Set(keep.map(digits));
  const unnumbered = text.replaceAll(NUMBERS, (number) => (known.has(digits(number)) ? number : MASK));

  return names
    .filter((name) => name.trim().length > 1)
    .reduce((left, name) => left.replaceAll(name.trim(), maskName(name)), unnumbered);
}
