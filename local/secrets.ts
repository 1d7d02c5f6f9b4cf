import { randomBytes, randomInt } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { StartFault } from './start-fault.js';
import { writeWhole } from './write-whole.js';

/** The secrets of one installation: made once, never the same in two. */
export interface Secrets {
  sessionSecret: string;
  /** 32 bytes in base64. Without it callers' names and phones cannot be read again. */
  identityKey: string;
  /** Shared by all demo accounts. */
  demoPassword: string;
  adminPassword: string;
}

/** Reads the secrets, or makes them when there are none, readable for this user only. Thrown StartFault for a damaged file. */
export const installationSecrets = async (file: string): Promise<Secrets> => {
  // Only where there are none: those that cannot be read just now must not be written over.
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return makeSecrets(file);

  const secrets = parse(text);
  if (!secrets)
    throw new StartFault(
      `${file} is damaged: bring it back from a backup (without its key the names of callers cannot be read), or move the whole data folder away to begin anew.`,
    );
  return secrets;
};

const makeSecrets = async (file: string): Promise<Secrets> => {
  const secrets = {
    sessionSecret: randomBytes(48).toString('base64url'),
    identityKey: randomBytes(32).toString('base64'),
    demoPassword: readable(12),
    adminPassword: readable(16),
  };
  await writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`, 0o600);
  await chmod(file, 0o600);
  return secrets;
};

const parse = (text: string): Secrets | undefined => {
  try {
    const found = JSON.parse(text) as Partial<Record<keyof Secrets, unknown>>;
    const names = ['sessionSecret', 'identityKey', 'demoPassword', 'adminPassword'] as const;
    return names.every((name) => typeof found[name] === 'string' && found[name] !== '')
      ? (found as Secrets)
      : undefined;
  } catch {
    return undefined;
  }
};

const clearLetters = 'abcdefghjkmnpqrstuvwxyz23456789'; // none that is taken for another

const readable = (length: number): string =>
  Array.from({ length }, () => clearLetters[randomInt(clearLetters.length)]).join('');
