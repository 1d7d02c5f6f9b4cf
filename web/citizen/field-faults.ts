import type { FieldError } from '../../api/contract/problem.js';

export interface FormFault {
  name: (string | number)[];
  errors: string[];
}

/** Faults that the API found, under the names that the fields have in the form; `names` by the beginning of their JSON pointers. */
export function formFaults(errors: readonly FieldError[], names: Readonly<Record<string, string>>): FormFault[] {
  return errors.map(({ field, reason }) => ({ name: nameOf(field, names), errors: [reason] }));
}

function nameOf(field: string, names: Readonly<Record<string, string>>): (string | number)[] {
  const known = Object.entries(names).find(([pointer]) => field === pointer || field.startsWith(`${pointer}/`));
  if (known !== undefined) return [known[1]];

  return field
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
