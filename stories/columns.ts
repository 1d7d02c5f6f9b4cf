/** Columns a text takes in a terminal: Chinese signs take two. */
export const columnsOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** The text with blanks behind it, so many columns wide at least. */
export const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** The text in lines of at most so many columns, broken between words; a closing sign stays with the word before it. */
export function folded(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    if (line !== '' && columnsOf(line) + columnsOf(word.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? word.trimStart() : word;
  }

  return [...lines, line.trimEnd()];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    if (CLOSING.test(segment) && words.length > 0) words.push(`${words.pop() ?? ''}${segment}`);
    else if (OPENING.test(words.at(-1) ?? '')) words.push(`${words.pop() ?? ''}${segment}`);
    else words.push(segment);
  }

  return words;
}

const CLOSING = /^[，。、；：？！）》〉」』”’〕】 ·|]+$/u;
const OPENING = /[（《〈「『“‘〔【]$/u;
