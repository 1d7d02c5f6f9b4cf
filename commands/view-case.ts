import type { Actor } from '../models/collection.js';
import { appendStep } from './append-step.js';
import type { Deps } from './deps.js';

/** What somebody looks at: a case, or one of its documents. */
export interface View {
  caseNumber: string;
  documentId?: string | undefined;
}

const KEPT = 10_000;

/**
 * Puts on record who looked at a case or a document of it, once a person and hour, so that a page that refreshes itself does
 * not flood the record. Nothing may be shown before this is done. Thrown CaseUnknownError.
 */
export const viewCase = (deps: Pick<Deps, 'models' | 'clock'>) => {
  const append = appendStep(deps);
  const lately = new Map<string, Promise<unknown>>();

  return async ({ caseNumber, documentId }: View, by: Actor): Promise<void> => {
    const hour = deps.clock.now().toISOString().slice(0, 13);
    const key = ['view', documentId ?? caseNumber, by.userId ?? by.name, hour].join(':');
    const before = lately.get(key);
    if (before !== undefined) {
      await before;

      return;
    }

    const data = documentId === undefined ? {} : { documentId };
    const act = documentId === undefined ? 'view-case' : 'view-document';
    const recorded = append({ caseNumber, cause: { key }, act, by, data });
    remember(lately, key, recorded);
    try {
      await recorded;
    } catch (error) {
      lately.delete(key);
      throw error;
    }
  };
};

function remember(lately: Map<string, Promise<unknown>>, key: string, recorded: Promise<unknown>): void {
  lately.set(key, recorded);
  const [oldest] = lately.keys();
  if (lately.size > KEPT && oldest !== undefined) lately.delete(oldest);
}
