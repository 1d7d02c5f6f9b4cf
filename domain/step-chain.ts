import { createHash } from 'node:crypto';

/** Hash before the first step of a case. */
export const NO_HASH = '';

/** The part of a step that its hash covers; dates count as ISO 8601, `undefined` as absent. */
export interface ChainedStep {
  readonly number: number;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * Canonical JSON: keys sorted, no spaces, `undefined` left out, dates as ISO 8601. The same content gives the same text
 * whatever order a database returns the fields in.
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);

  return `{${fields.join(',')}}`;
}

/**
 * SHA-256 (hex) of a step's content, all fields except `hash`, with the previous step's hash in it. The step must be
 * stored as it was hashed: a schema that drops empty objects or adds a version key breaks the chain.
 */
export function hashStep(step: object): string {
  const content = Object.fromEntries(Object.entries(step).filter(([key]) => key !== 'hash'));

  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Where a chain is broken: the number of the first step that is missing, changed, or does not follow. */
export type ChainVerdict = { readonly intact: true } | { readonly intact: false; readonly brokenAt: number };

/** Checks all steps of a case, in order of number from 1. */
export function verifyChain(steps: readonly ChainedStep[]): ChainVerdict {
  let previousHash = NO_HASH;
  for (const [index, step] of steps.entries()) {
    const follows = step.number === index + 1 && step.previousHash === previousHash;
    if (!follows || hashStep(step) !== step.hash) return { intact: false, brokenAt: index + 1 };
    previousHash = step.hash;
  }

  return { intact: true };
}
