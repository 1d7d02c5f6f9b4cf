import type { Job } from '../engine/jobs.js';
import type { Branch, Kind, Urgency } from '../domain/case.js';
import type { CaseChange } from '../models/case-document.js';
import type { Actor } from '../models/collection.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';
import { WrongInputError } from './wrong-input-error.js';

export interface Classification {
  caseNumber: string;
  kind: Kind;
  category?: string | undefined;
  urgency?: Urgency | undefined;
  placeUnitId?: string | undefined;
  confidential?: boolean | undefined;
  branch?: Branch | undefined;
}

/** Writes down what intake decided (分类). Thrown CaseUnknownError, WrongInputError for words the locality does not have. */
export const classifyCase = (deps: Pick<Deps, 'models' | 'clock' | 'log' | 'localities'>) => {
  const advance = advanceCase(deps);

  return async (input: Classification, job: Job): Promise<void> => {
    const { caseNumber, ...decided } = input;
    const [found, by] = await Promise.all([findCase(deps, caseNumber), lastActor(deps, caseNumber)]);
    check(input, deps.localities.get(found.locality));
    const { placeUnitId, ...words } = decided;
    const set: CaseChange = {
      ...words,
      ...(placeUnitId === undefined ? {} : { place: { ...found.place, unitId: placeUnitId } }),
      // Who only answered for it in an earlier round has no part in what is confidential now.
      ...(decided.confidential === true ? { parties: found.handlers } : {}),
    };
    await advance({
      caseNumber,
      cause: causeOf(job),
      act: 'classify-case',
      by,
      data: decided,
      move: { to: 'classified', set },
    });
  };
};

/** Whoever handed in the last form of the case: the decision that a job carries out is theirs. */
export async function lastActor(
  { models }: Pick<Deps, 'models'>,
  caseNumber: string,
  orderId?: string,
): Promise<Actor | undefined> {
  return (await models.tasks.latestSubmission({ caseNumber, orderId }))?.by;
}

function check({ kind, category, placeUnitId }: Classification, locality: ReturnType<Deps['localities']['get']>): void {
  if (!locality.kinds.some(({ id }) => id === kind))
    throw new WrongInputError(`${locality.name}没有诉求类型 ${kind}，可用：${ids(locality.kinds)}`);
  if (category !== undefined && !locality.categories.some(({ id }) => id === category))
    throw new WrongInputError(`${locality.name}没有事项分类 ${category}，可用：${ids(locality.categories)}`);
  if (placeUnitId !== undefined) locality.network.unit(placeUnitId);
}

function ids(entries: readonly { id: string }[]): string {
  return entries.map(({ id }) => id).join('、');
}
