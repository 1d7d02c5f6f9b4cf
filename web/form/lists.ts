import type { FormOption } from '../../forms/schema.js';

/** Lists by their `valuesKey`, as they come with a task. */
export type Lists = Readonly<Record<string, readonly FormOption[]>>;

/** To look choices up in them. */
export const listsBy =
  (lists: Lists) =>
  (valuesKey: string): readonly FormOption[] =>
    lists[valuesKey] ?? [];
