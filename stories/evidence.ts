import type { Person } from './people.js';

const fileName = /\.(jpe?g|png|pdf)$/i;

/** A picture of one point, that stays the same when it is written anew: what evidence shows is not a story's business. */
export const pixel = Buffer.from(
  '/9j/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAABAAEDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AAA//2Q==',
  'base64',
);

/** Uploads the files that a form names, and puts the numbers they are given in place of their names. */
export async function withFiles(person: Person, form: Record<string, unknown>): Promise<Record<string, unknown>> {
  const sent = { ...form };
  for (const [key, value] of Object.entries(form)) {
    if (!Array.isArray(value) || value.length === 0 || !value.every(isFileName)) continue;
    const files = await Promise.all(value.map((name) => person.upload(name, pixel)));
    sent[key] = files.map(({ fileId }) => fileId);
  }

  return sent;
}

const isFileName = (value: unknown): value is string => typeof value === 'string' && fileName.test(value);
