import { randomBytes } from 'node:crypto';

import type { Actor } from '../models/collection.js';
import type { Deps } from './deps.js';
import type { Registered } from './register-case.js';

/** The request that a report came with, bound to its sender: nobody else's id answers with somebody's case. */
export function requestOf(locality: string, requestId: string | undefined, by: Actor): string | undefined {
  return requestId === undefined ? undefined : [locality, by.userId ?? '', requestId].join('\n');
}

/** What this request registered earlier, if anything, with the same code as then. */
export async function registeredBefore(
  { models, identity }: Pick<Deps, 'models' | 'identity'>,
  request: string | undefined,
): Promise<Registered | undefined> {
  if (request === undefined) return undefined;
  const caseNumber = await models.cases.numberOfRequest(identity.requestHash(request));
  if (caseNumber === undefined) return undefined;

  return { caseNumber, code: codeFor({ identity }, caseNumber, request), registeredBefore: true };
}

// Without letters and digits that sound or look alike on the phone.
const CODE_CHARACTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;
const BYTES_EACH = 4;

/** A code by chance; of a request one that comes out the same again, for only its hash is kept. */
export function codeFor({ identity }: Pick<Deps, 'identity'>, caseNumber: string, request: string | undefined): string {
  const bytes =
    request === undefined ? randomBytes(CODE_LENGTH * BYTES_EACH) : identity.requestBytes(caseNumber, request);
  const characters = Array.from(
    { length: CODE_LENGTH },
    (_, index) => CODE_CHARACTERS[bytes.readUInt32BE(index * BYTES_EACH) % CODE_CHARACTERS.length],
  );

  return characters.join('');
}
