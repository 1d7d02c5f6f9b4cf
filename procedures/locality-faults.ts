/** One thing wrong in a locality's data. */
export interface LocalityFault {
  readonly file: string;
  /** JSON path, e.g. `$.units[3].parent`. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}

/** A locality's folder that cannot be used as it stands; lists every fault at once, for its process owner. */
export class LocalityFaultsError extends Error {
  override readonly name = 'LocalityFaultsError';

  constructor(readonly faults: readonly LocalityFault[]) {
    super(`本地数据有 ${faults.length} 处错误：\n${faults.map(sentenceOf).join('\n')}`);
  }
}

function sentenceOf({ file, path, found, allowed }: LocalityFault): string {
  return `- ${file} ${path}：为 ${found}；应为${allowed}`;
}

const LONGEST = 60;

/** What was found, short enough to be read in a sentence. */
export function shown(value: unknown): string {
  const text = value === undefined ? '（无）' : JSON.stringify(value);

  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
