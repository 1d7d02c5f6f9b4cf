import type { TObject, TSchema } from 'typebox';

type Raw = string | string[] | undefined;

/**
 * Reads query values as their schema says: `3` for an integer, `true` for a boolean, `a,b` for a list.
 * What cannot be read stays the text it was, for the check to refuse it by name.
 */
export function parseQuery(raw: Readonly<Record<string, unknown>>, schema: TObject): Record<string, unknown> {
  const parsed = Object.entries(raw).map(([name, value]) => {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;

    return [name, property === undefined ? value : parseValue(value as Raw, property)] as const;
  });

  return Object.fromEntries(parsed);
}

function parseValue(value: Raw, schema: TSchema): unknown {
  const type = (schema as { type?: string }).type;
  if (type === 'array') return [value].flat().flatMap((part) => (part ?? '').split(','));
  if (typeof value !== 'string') return value;
  if (type === 'integer' && /^-?\d{1,15}$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';

  return value;
}
