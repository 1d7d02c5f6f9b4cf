import type { FieldError } from '../../api/contract/problem.js';

/** Where a field stands in a form: `['itemReplies', 0, 'answer']`. */
export type NamePath = (string | number)[];

/** The field that a JSON pointer below `/data` names; undefined for another part of the request. */
export function namePathOf(pointer: string): NamePath | undefined {
  if (!pointer.startsWith('/data/')) return undefined;

  return pointer
    .slice('/data/'.length)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** The faults by field, and those that no field of the form is to blame for. */
export function placed(faults: readonly FieldError[], keys: ReadonlySet<string>) {
  const fields = new Map<string, { name: NamePath; errors: string[] }>();
  const others: string[] = [];
  for (const { field, reason } of faults) {
    const name = namePathOf(field);
    if (name === undefined || !keys.has(String(name[0]))) others.push(reason);
    else {
      const at = name.join('/');
      fields.set(at, { name, errors: [...(fields.get(at)?.errors ?? []), reason] });
    }
  }

  return { fields: [...fields.values()], others };
}
