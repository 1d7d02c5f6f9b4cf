import type { Job } from '../engine/jobs.js';
import type { Branch, Kind, Urgency } from '../domain/case.js';
import { DomainError } from '../domain/domain-error.js';
import type { CaseDocument } from '../models/case-document.js';
import type { Locality } from '../procedures/locality.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';

/** Another process instance holds the case already: this one ends quietly. */
export class CaseTakenError extends DomainError {
  readonly code = 'CASE_TAKEN';

  constructor(caseNumber: string, options?: ErrorOptions) {
    super(`诉求件 ${caseNumber} 已由另一个流程实例办理`, options);
  }
}

/** What the procedure goes on with; null where intake has to say it. */
export interface TakenCase {
  center: string;
  kind: Kind | null;
  category: string | null;
  channel: string;
  lineId: string | null;
  /** What kind of line the report came by, e.g. `department`: who is told of the result besides the caller. */
  lineKind: string | null;
  placeUnitId: string | null;
  urgency: Urgency | null;
  confidential: boolean;
  /** Kind and category are known, so that nobody need classify it. */
  classified: boolean;
  branch: Branch | null;
  /** Said at the desk already: the case it is merged into, the article it is answered from. */
  mergeInto: string | null;
  articleId: string | null;
  /** Unit that the category usually goes to. */
  unitId: string | null;
  round: number;
}

/** Ties a case to the instance of the procedure that handles it from now on. Thrown CaseUnknownError, CaseTakenError. */
export const takeCase = (deps: Pick<Deps, 'models' | 'clock' | 'log' | 'localities'>) => {
  const advance = advanceCase(deps);

  return async ({ caseNumber }: { caseNumber: string }, job: Job): Promise<TakenCase> => {
    const found = await findCase(deps, caseNumber);
    const { processInstanceKey } = job;
    if (![undefined, processInstanceKey].includes(found.processInstanceKey)) throw new CaseTakenError(caseNumber);
    const taken = await deps.models.cases.move(caseNumber, `take:${processInstanceKey}`, {
      set: { processInstanceKey, definition: definitionOf(job) },
      when: { processInstanceKey: { $in: [null, processInstanceKey] } },
    });
    const now = taken ?? (await findCase(deps, caseNumber));
    if (now.processInstanceKey !== processInstanceKey) throw new CaseTakenError(caseNumber);
    await advance({ caseNumber, cause: causeOf(job), act: 'take-case', data: { processInstanceKey } });

    return beginning(deps.localities.get(now.locality), now);
  };
};

export function definitionOf(job: Job): CaseDocument['definition'] {
  return { key: job.processDefinitionKey, id: job.processDefinitionId, version: job.processDefinitionVersion };
}

/** What decides how a case goes on. */
export type Told = Pick<
  CaseDocument,
  | 'kind'
  | 'category'
  | 'channel'
  | 'lineId'
  | 'place'
  | 'urgency'
  | 'confidential'
  | 'branch'
  | 'mergeInto'
  | 'reopenings'
> & { answered?: CaseDocument['answered']; round?: number };

/** The variables that a case's procedure begins with. */
export function beginning(locality: Locality, told: Told): TakenCase {
  // What was answered or sent elsewhere and is not solved needs another look than the first time.
  const again = told.reopenings !== undefined && told.branch !== 'handle';
  // A desk that transfers an emergency names the line it goes to, not the one it came by.
  const line = told.branch === 'emergency' ? undefined : locality.lines.find(({ id }) => id === told.lineId);
  const category = locality.categories.find(({ id }) => id === told.category);

  return {
    center: locality.center,
    kind: told.kind ?? null,
    category: told.category ?? null,
    channel: told.channel,
    lineId: told.lineId ?? null,
    lineKind: line?.kind ?? null,
    placeUnitId: told.place?.unitId ?? null,
    urgency: told.urgency ?? null,
    confidential: told.confidential,
    classified: told.kind !== undefined && told.category !== undefined && !again,
    branch: again ? null : (told.branch ?? null),
    mergeInto: again ? null : (told.mergeInto ?? null),
    articleId: again ? null : (told.answered?.articleId ?? null),
    unitId: category?.unit ?? null,
    round: told.round ?? 1,
  };
}
