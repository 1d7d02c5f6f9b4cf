import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's smallest recommended cost for scrypt: 32 MB and some 60 ms a try. */
const recommended: ScryptCost = { N: 2 ** 15, r: 8, p: 3 };
const keyBytes = 32;

/** A hash to keep, with its own salt and cost: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string, cost = recommended): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);

  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a password fits a kept hash. Takes as long when there is none, so that time tells nothing about accounts. */
export async function passwordFits(password: string, kept: string | undefined): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = (kept ?? (await decoy)).split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });

  return timingSafeEqual(given, expected) && kept !== undefined;
}

const decoy = hashPassword(randomBytes(16).toString('base64url'));

function derive(password: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };

  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
