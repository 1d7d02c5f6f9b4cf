import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '../domain/domain-error.js';
import type { CallbackDocument } from '../models/callbacks.js';
import type { CaseDocument } from '../models/case-document.js';
import type { Actor } from '../models/collection.js';
import type { FormData } from '../models/orders.js';
import { appendStep } from './append-step.js';
import { callbackValues } from './callback-values.js';
import type { Deps } from './deps.js';
import { BadInputError } from './field-error.js';
import { checkRating, readRatingForm } from './rating-form.js';

/** A case cannot be rated as it stands. */
export class RatingRefusedError extends DomainError {
  readonly code = 'RATING_REFUSED';

  constructor(caseNumber: string, reason: string, options?: ErrorOptions) {
    super(`诉求件 ${caseNumber} 现在不能评价：${reason}`, options);
  }
}

/** The channel of a rating. */
export const RATED_ON = 'web';

/** What was kept; `changed` when it took the place of an earlier rating of the same round. */
export interface Rated {
  rating: CallbackDocument;
  changed: boolean;
}

export interface Rating {
  /** The case that is handled. */
  found: CaseDocument;
  /** Number under which the caller reported: another one where the report was merged. */
  ownNumber: string;
  answers: FormData;
  by: Actor;
}

type Needs = Pick<Deps, 'models' | 'clock' | 'localities'>;

/**
 * Keeps how whoever reported rates a case on the web (好差评), once a caller and round; said otherwise, it takes the place of what was
 * said before, and the record shows both. Thrown RatingRefusedError before the callback, BadInputError with every field that was wrong.
 */
export const rateCase = (deps: Needs) => {
  const append = appendStep(deps);
  const record = ({ _id, caseNumber, round, revision = 1, solved, satisfied, by }: CallbackDocument) =>
    append({
      caseNumber,
      cause: { key: `${_id}/${revision}` },
      act: 'rate-case',
      by,
      data: { round, solved, satisfied, changed: revision > 1 },
    });

  return async ({ found, ownNumber, answers, by }: Rating): Promise<Rated> => {
    if (!(await mayRate(deps, found)))
      throw new RatingRefusedError(found._id, '办理结果复核后、回访时或办结后才能评价');
    const schema = await readRatingForm(deps.models.procedures, found.locality);
    if (schema === undefined) throw new RatingRefusedError(found._id, '本地还没有发布回访表单');
    const { errors, data } = checkRating(schema, answers, '/answers');
    if (errors.length > 0) throw new BadInputError(errors);
    const id = ratingId(ownNumber, found.round);
    const before = await deps.models.callbacks.find(id);
    // A process that stopped between the two writes left the step out.
    if (before !== null) await record(before);
    if (before !== null && isDeepStrictEqual(before.answers, data)) return { rating: before, changed: false };
    const rating = newRating(found, { id, data, by, at: deps.clock.now(), revision: (before?.revision ?? 0) + 1 });
    await keep(deps, rating, before !== null);
    await record(rating);

    return { rating, changed: before !== null };
  };
};

/** Whether a result is there to be rated: while the callback is due or under way, and after closing. */
export async function mayRate(
  { models }: Pick<Deps, 'models'>,
  { _id, stage, outcome }: CaseDocument,
): Promise<boolean> {
  if (stage === 'closed') return outcome !== 'withdrawn' && outcome !== 'merged';
  if (stage === 'callback' || stage === 'reviewed') return true;

  return (await models.tasks.openOfCase(_id)).some(({ formId }) => formId === 'callback');
}

export function ratingId(ownNumber: string, round: number): string {
  return `rating:${ownNumber}/${round}`;
}

interface NewRating {
  id: string;
  data: FormData;
  by: Actor;
  at: Date;
  revision: number;
}

function newRating(
  { _id: caseNumber, locality, round }: CaseDocument,
  { id, data, by, at, revision }: NewRating,
): CallbackDocument & { revision: number } {
  return {
    _id: id,
    caseNumber,
    locality,
    round,
    attempt: 0,
    sampled: false,
    ...callbackValues(data, { reached: true, ...verdictOf(data) }),
    channel: RATED_ON,
    answers: data,
    revision,
    at,
    by,
  };
}

/** A reason that is understood counts as solved, as the diagram of the callback has it. */
function verdictOf({ solved }: FormData): { solved?: boolean } {
  return solved === 'explained' ? { solved: true } : {};
}

async function keep(
  { models }: Needs,
  rating: CallbackDocument & { revision: number },
  isChange: boolean,
): Promise<void> {
  const kept = isChange ? await models.callbacks.change(rating) : await models.callbacks.insert(rating);
  if (!kept) throw new RatingRefusedError(rating.caseNumber, '它刚刚在另一个窗口评价过，请刷新后再试');
}
