import { DomainError } from '../domain/domain-error.js';
import type { OrderRole } from '../domain/order.js';
import type { Job } from '../engine/jobs.js';
import type { FormData } from '../models/orders.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { WrongInputError } from './wrong-input-error.js';

/** A case was to be split into items, and none was named. */
export class NoItemsError extends DomainError {
  readonly code = 'NO_ITEMS';

  constructor(caseNumber: string, options?: ErrorOptions) {
    super(`诉求件 ${caseNumber} 没有拆出任何事项`, options);
  }
}

export interface SplitItem {
  itemId: string;
  unitId: string;
  role: OrderRole;
  index: number;
}

/**
 * Splits a case into items with an owner each (拆分诉求事项); the case cannot close before they are answered.
 * Thrown NoItemsError, and WrongInputError when the form was not handed in.
 */
export const splitCase = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async (
    { caseNumber, form }: { caseNumber: string; form: string },
    job: Job,
  ): Promise<{ items: SplitItem[] }> => {
    const handedIn = await deps.models.tasks.latestSubmission({ caseNumber, formId: form });
    if (handedIn === undefined) throw new WrongInputError(`诉求件 ${caseNumber} 没有提交过表单 ${form}`);
    const entries = Array.isArray(handedIn.data['items']) ? (handedIn.data['items'] as FormData[]) : [];
    if (entries.length === 0) throw new NoItemsError(caseNumber);
    const items = entries.map((entry, index): SplitItem & { text: string } => ({
      itemId: String(index + 1),
      unitId: String(entry['unitId']),
      role: (entry['role'] as OrderRole | undefined) ?? 'item',
      text: String(entry['text']),
      index,
    }));
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'split-case',
      by: handedIn.by,
      data: { count: items.length, units: items.map(({ unitId }) => unitId).join('、') },
      move: { set: { items: items.map(({ itemId, text, unitId }) => ({ itemId, text, unitId, state: 'open' })) } },
    });

    return { items: items.map(({ itemId, unitId, role, index }) => ({ itemId, unitId, role, index })) };
  };
};
