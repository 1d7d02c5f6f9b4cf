import { DomainError } from '../domain/domain-error.js';
import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import { lastActor } from './classify-case.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';

/** A case cannot be merged into that one. */
export class MergeRefusedError extends DomainError {
  readonly code = 'MERGE_REFUSED';

  constructor(caseNumber: string, into: string, reason: string, options?: ErrorOptions) {
    super(`诉求件 ${caseNumber} 不能并入 ${into}：${reason}`, options);
  }
}

/**
 * Joins a case to another one on the same matter (并单): its caller becomes one of those who are told the result.
 * Thrown MergeRefusedError when the other case is unknown, closed, of another locality, merged itself, or this very one.
 */
export const mergeCase = (deps: Pick<Deps, 'models' | 'clock' | 'log'>) => {
  const advance = advanceCase(deps);

  return async ({ caseNumber, mergeInto }: { caseNumber: string; mergeInto: string }, job: Job): Promise<void> => {
    const cause = causeOf(job);
    const [found, into, by] = await Promise.all([
      findCase(deps, caseNumber),
      deps.models.cases.find(mergeInto),
      lastActor(deps, caseNumber),
    ]);
    const refuse = (reason: string) => new MergeRefusedError(caseNumber, mergeInto, reason);
    if (into === null || into.locality !== found.locality) throw refuse('没有这一诉求件');
    if (into._id === found._id) throw refuse('不能并入自身');
    if (into.mergedInto !== undefined) throw refuse(`它已并入 ${into.mergedInto}`);
    if (found.mergedInto !== mergeInto && into.stage === 'closed') throw refuse('它已办结');
    const joined = into.callers.some((caller) => caller.caseNumber === caseNumber);
    await advance({
      caseNumber: mergeInto,
      cause: { key: `${cause.key}/joined` },
      act: 'join-case',
      by,
      data: { from: caseNumber },
      move: joined ? undefined : { set: { callers: [...into.callers, { ...found.caller, caseNumber }] } },
    });
    await advance({
      caseNumber,
      cause,
      act: 'merge-case',
      by,
      data: { into: mergeInto },
      move: { set: { mergedInto: mergeInto } },
    });
  };
};
