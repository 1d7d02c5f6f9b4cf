import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Who called, in the clear: only for the moment it is sealed, or shown to somebody who gave a reason. */
export interface CallerIdentity {
  name?: string | undefined;
  /** E.164 or a short line, as `domain/phone` normalises it. */
  phone?: string | undefined;
}

/** What everybody may see: `王**`, `138****5678`. */
export interface MaskedCaller {
  name?: string | undefined;
  phone?: string | undefined;
}

/** A sealed identity that does not open: another key, another case, or changed bytes. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';
}

/** Seals callers and keys what is searched by hash. Made from one secret of 32 bytes; each use has a key of its own. */
export interface Identity {
  /** Bound to the case number: a sealed text moved to another case does not open. */
  seal(caller: CallerIdentity, caseNumber: string): string;
  /** Thrown SealBrokenError. */
  open(sealed: string, caseNumber: string): CallerIdentity;
  /** Seals what is typed and not handed in yet, for whoever types it. */
  sealDraft(fields: Readonly<Record<string, unknown>>, userId: string): string;
  /** Thrown SealBrokenError. */
  openDraft(sealed: string, userId: string): Record<string, unknown>;
  /** The same phone gives the same hash, so that earlier cases are found. */
  phoneHash(phone: string): string;
  /** Hash of a look-up code. */
  codeHash(caseNumber: string, code: string): string;
  /** Finds again what was registered with a request. */
  requestHash(request: string): string;
  /** 32 bytes that only this request and case give: what a code is made of that can be told once more. */
  requestBytes(caseNumber: string, request: string): Buffer;
}

const VERSION = 'v1';

export function openIdentity(key: Buffer): Identity {
  if (key.length !== 32) throw new RangeError(`identity key: 32 bytes are needed, found ${key.length}`);
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', key, 'huiyin', use, 32));
  const [sealKey, draftKey, phoneKey, codeKey] = [derive('seal'), derive('draft'), derive('phone'), derive('code')];
  const [requestKey, requestCodeKey] = [derive('request'), derive('request-code')];
  const hmac = (use: Buffer, text: string) => createHmac('sha256', use).update(text).digest('base64url');

  return {
    seal: (caller, caseNumber) => seal(sealKey, JSON.stringify(caller), caseNumber),
    open: (sealed, caseNumber) => JSON.parse(unseal(sealKey, sealed, caseNumber)) as CallerIdentity,
    sealDraft: (fields, userId) => seal(draftKey, JSON.stringify(fields), userId),
    openDraft: (sealed, userId) => JSON.parse(unseal(draftKey, sealed, userId)) as Record<string, unknown>,
    phoneHash: (phone) => hmac(phoneKey, phone),
    codeHash: (caseNumber, code) => hmac(codeKey, `${caseNumber}\n${code.toUpperCase()}`),
    requestHash: (request) => hmac(requestKey, request),
    requestBytes: (caseNumber, request) =>
      createHmac('sha256', requestCodeKey).update(`${caseNumber}\n${request}`).digest(),
  };
}

function seal(key: Buffer, text: string, boundTo: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);

  return [VERSION, nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.');
}

function unseal(key: Buffer, sealed: string, boundTo: string): string {
  const [version, nonce, tag, text] = sealed.split('.');
  if (version !== VERSION || nonce === undefined || tag === undefined || text === undefined)
    throw new SealBrokenError('a sealed identity has four parts');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(Buffer.from(tag, 'base64url'));

    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SealBrokenError(`the identity sealed for ${boundTo} does not open`, { cause });
  }
}
