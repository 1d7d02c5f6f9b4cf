import { dayOf } from './local-time.js';

/** What a number is made of; `n` is the order's number within its case. */
export interface NumberParts {
  readonly at: Date;
  readonly timeZone: string;
  readonly seq?: number;
  readonly case?: string;
  readonly n?: number;
}

/** A number pattern of `locality.json` that names a part there is none of. */
export class NumberPatternError extends Error {
  override readonly name = 'NumberPatternError';

  constructor(pattern: string, found: string) {
    super(`编号规则 ${pattern} 中的 ${found} 无法填写；可用 {yyyy} {yy} {mm} {dd} {yyyymmdd} {seq} {seq:4} {case} {n}`);
  }
}

const TOKEN = /\{([a-z]+)(?::(\d))?\}/g;

/**
 * A number by its pattern: `BC-{yyyymmdd}-{seq:4}` → `BC-20191221-0001`, `白督交〔{yyyy}〕{seq}号` → `白督交〔2019〕7号`.
 * A sequence that outgrows its width goes on wider.
 * @throws NumberPatternError when the pattern asks for a part that is not given or does not exist
 */
export function formatNumber(pattern: string, parts: NumberParts): string {
  const day = dayOf(parts.at, parts.timeZone);
  const values: Record<string, string | number | undefined> = {
    yyyy: day.slice(0, 4),
    yy: day.slice(2, 4),
    mm: day.slice(5, 7),
    dd: day.slice(8, 10),
    yyyymmdd: day.replaceAll('-', ''),
    seq: parts.seq,
    case: parts.case,
    n: parts.n,
  };

  return pattern.replace(TOKEN, (token, name: string, width?: string) => {
    const value = values[name];
    if (value === undefined) throw new NumberPatternError(pattern, token);

    return String(value).padStart(Number(width ?? 0), '0');
  });
}

/**
 * Name of the counter a number's sequence is drawn from: the pattern with its date filled in, so that a pattern by day
 * starts anew each day, one by year each year. `BC-20191221-{seq:4}`.
 */
export function counterOf(pattern: string, parts: NumberParts): string {
  return formatNumber(pattern.replace(/\{(seq[^}]*)\}/g, '<$1>'), parts).replace(/<(seq[^>]*)>/g, '{$1}');
}
