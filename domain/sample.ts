import { createHash } from 'node:crypto';

/**
 * Whether a case is in the sample: about `rate` of all case numbers, the same answer for the same number each time,
 * nothing a handler could foresee from the number's look. A case in a sample is in every larger one.
 * @param rate 0…1
 */
export function isSampled(caseNumber: string, rate: number): boolean {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`抽样比例应在 0 到 1 之间，收到 ${rate}`);
  const drawn = createHash('sha256').update(caseNumber).digest().readUInt32BE(0) / 2 ** 32;

  return drawn < rate;
}
