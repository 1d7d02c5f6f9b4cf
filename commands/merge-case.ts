import { DomainError } from '../domain/domain-error.js';
import type { Job } from '../engine/jobs.js';
import type { CaseDocument } from '../models/case-document.js';
import type { Actor } from '../models/collection.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import { lastActor } from './classify-case.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';

/** A case cannot be merged into that one. */
export class MergeRefusedError extends DomainError {
  readonly code = 'MERGE_REFUSED';
  /** Why, in words for the agent who classifies again. */
  override readonly variables: { readonly mergeRefusal: string };

  constructor(caseNumber: string, into: string, reason: string, options?: ErrorOptions) {
    super(`诉求件 ${caseNumber} 不能并入 ${into}：${reason}`, options);
    this.variables = { mergeRefusal: `${into}：${reason}` };
  }
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log'>;

/**
 * Joins a case to another one on the same matter (并单): its caller, and whoever was merged into it, are told the result with
 * that one.
 * Thrown MergeRefusedError when the other case is unknown, closed, withdrawn, of another locality, merged itself, or this very one.
 */
export const mergeCase = (deps: Needs) => {
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
    if (!hasJoined(into, caseNumber)) {
      if (into.withdrawal !== undefined) throw refuse('它正在撤诉');
      if (into.mergedInto !== undefined) throw refuse(`它已并入 ${into.mergedInto}`);
      if (into.stage === 'closed') throw refuse('它已办结');
    }
    for (const joins of joining(found)) await join(deps, { mergeInto, joins, key: cause.key, by });
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

type Caller = CaseDocument['callers'][number] & { caseNumber: string };

/** Its own caller, and those whose cases were merged into it before. */
function joining({ _id, caller, callers }: CaseDocument): Caller[] {
  const earlier = callers.flatMap((one) =>
    one.caseNumber === undefined ? [] : [{ ...one, caseNumber: one.caseNumber }],
  );

  return [{ ...caller, caseNumber: _id }, ...earlier];
}

interface Joining {
  mergeInto: string;
  joins: Caller;
  key: string;
  by: Actor | undefined;
}

/** One update adds one caller, so that cases merged at the same time do not overwrite each other. */
async function join(deps: Needs, { mergeInto, joins, key, by }: Joining): Promise<void> {
  const { caseNumber: from } = joins;
  const cause = { key: `${key}/joined/${from}` };
  const act = { caseNumber: mergeInto, cause, act: 'join-case', by, data: { from } };
  const { moved } = await advanceCase(deps)({ ...act, move: { joins, when: { withdrawal: null } } });
  if (moved !== null) return;
  const into = await findCase(deps, mergeInto);
  if (!hasJoined(into, from)) throw new MergeRefusedError(from, mergeInto, '它刚刚办结或撤诉');
}

function hasJoined({ callers }: CaseDocument, caseNumber: string): boolean {
  return callers.some((caller) => caller.caseNumber === caseNumber);
}
