import type { Actor } from '../models/collection.js';
import type { FormData } from '../models/orders.js';
import type { TaskDocument } from '../models/tasks.js';
import type { Locality } from '../procedures/locality.js';

/** What was last handed in with one form, as templates read it: `forms.[leader-report].report`. */
export type FormFacts = FormData & { by: Actor; at: Date };

/**
 * The last submission of each form of a case. A form of the order at hand comes before one of another order;
 * ids of units are given their names beside them (`unitId` → `unitIdName`).
 */
export function formsData(
  tasks: readonly TaskDocument[],
  orderId: string | undefined,
  locality: Locality,
): Record<string, FormFacts> {
  const done = tasks
    .filter((task) => task.submission !== undefined && task.formId !== undefined)
    .sort((one, other) => rank(one, orderId) - rank(other, orderId));

  const facts: Record<string, FormFacts> = {};
  for (const { formId, submission } of done)
    if (formId !== undefined && submission !== undefined)
      facts[formId] = { ...named(submission.data, locality), by: submission.by, at: submission.at };

  return facts;
}

/** What the units answered for the case: the summary of all parts, else the last unit's own reply. */
export function resultOf(forms: Record<string, FormFacts>): unknown {
  return (forms['joint-summary'] ?? forms['handle'])?.['reply'];
}

/** Later submissions win, those of the order itself win over all others. */
const rank = (task: TaskDocument, orderId: string | undefined): number =>
  (task.submission?.at.getTime() ?? 0) + (orderId !== undefined && task.orderId === orderId ? 1e15 : 0);

/** Beside each id of a unit or leader its name, in lists and items of lists too. */
function named(data: FormData, locality: Locality): FormData {
  const names = Object.entries(data).flatMap(([key, value]) => {
    const name = nameOf(value, locality);

    return name === undefined ? [] : [[`${key}Name`, name] as const];
  });
  const items = Object.entries(data).filter(([, value]) => Array.isArray(value) && value.every(isRecord));

  return {
    ...data,
    ...Object.fromEntries(names),
    ...Object.fromEntries(items.map(([key, list]) => [key, (list as FormData[]).map((item) => named(item, locality))])),
  };
}

function nameOf(value: unknown, locality: Locality): string | undefined {
  if (typeof value === 'string')
    return locality.network.find(value)?.name ?? locality.leaders.find(({ id }) => id === value)?.name;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names = value.map((entry) => (typeof entry === 'string' ? nameOf(entry, locality) : undefined));

  return names.every((name) => name !== undefined) ? names.join('、') : undefined;
}

const isRecord = (value: unknown): value is FormData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
