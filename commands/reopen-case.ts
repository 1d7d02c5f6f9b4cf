import { DomainError } from '../domain/domain-error.js';
import { reopenRefusal, USUAL_REOPEN, type ReopenRefusal, type ReopenRules } from '../domain/reopen.js';
import type { CaseDocument, Reopening } from '../models/case-document.js';
import type { CaseMove } from '../models/cases.js';
import type { Actor } from '../models/collection.js';
import type { Locality } from '../procedures/locality.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';
import { startMessage } from './register-case.js';
import { relayCase } from './relay.js';

/** A case cannot begin anew; the message says what to do instead. */
export class ReopenRefusedError extends DomainError {
  readonly code = 'REOPEN_REFUSED';

  constructor(caseNumber: string, reason: string, options?: ErrorOptions) {
    super(`诉求件 ${caseNumber} 不能重新办理：${reason}`, options);
  }
}

/**
 * Begins a closed case anew, because whoever reported it says that it was not solved (重新办理): the same case goes its procedure
 * another round. One update keeps who, when and why, and the message that starts the procedure. Asked again while it is open, it
 * answers the last one.
 * Thrown CaseUnknownError, ReopenRefusedError.
 */
export const reopenCase = (deps: Pick<Deps, 'models' | 'engine' | 'clock' | 'log' | 'localities'>) => {
  const relay = relayCase(deps);

  return async (caseNumber: string, reason: string, by: Actor): Promise<Reopening> => {
    const found = await findCase(deps, caseNumber);
    const earlier = found.stage === 'closed' ? undefined : found.reopenings?.at(-1);
    if (earlier !== undefined) return earlier;
    const locality = deps.localities.get(found.locality);
    const now = deps.clock.now();
    const refusal = reopenRefusal(found, reopenRules(locality), { now, timeZone: locality.timeZone });
    if (refusal !== undefined) throw new ReopenRefusedError(caseNumber, refusalWords(refusal, locality));
    const reopening = nextReopening(found, { reason, at: now, by });
    const moved = await deps.models.cases.move(
      caseNumber,
      `reopen:${caseNumber}/${reopening.round}`,
      move(found, reopening),
    );
    // Somebody else was quicker, by the other way or in another window.
    if (moved === null) return winner(await findCase(deps, caseNumber));
    relay(moved).catch((error: unknown) => deps.log.warn({ err: error, caseNumber }, 'message not sent yet'));

    return reopening;
  };
};

/** The locality's rules, the usual ones where its data says nothing. */
export function reopenRules({ reopen }: Pick<Locality, 'reopen'>): ReopenRules {
  return { days: reopen?.days ?? USUAL_REOPEN.days, times: reopen?.times ?? USUAL_REOPEN.times };
}

/** Why not, and what to do instead, for whoever reported. */
export function refusalWords(refusal: ReopenRefusal, locality: Pick<Locality, 'reopen' | 'hotline'>): string {
  const { days, times } = reopenRules(locality);
  const instead = `请拨打热线 ${locality.hotline.number} 重新登记，并告知原编号`;
  const words: Readonly<Record<ReopenRefusal, string>> = {
    open: '它还没有办结，您的意见会转给回访员',
    withdrawn: `它已按您的要求撤诉；${instead}`,
    unreported: '它是中心的通报，不是诉求',
    merged: '它已与同一事项合并办理，请看合并后的结果',
    'too-late': `办结已超过 ${days} 天；${instead}`,
    'too-often': `已重新办理 ${times} 次；${instead}，由热线中心另行处理`,
  };

  return words[refusal];
}

function nextReopening(
  { round, closedAt, outcome, processInstanceKey }: CaseDocument,
  told: Pick<Reopening, 'reason' | 'at' | 'by'>,
): Reopening {
  return { round: round + 1, ...told, closedAt, outcome, processInstanceKey };
}

/** What the last round left is taken out; its orders, replies and callbacks stay in their collections. */
const OVER = [
  'holder',
  'closedAt',
  'outcome',
  'dueAt',
  'warnAt',
  'promisedOn',
  'lamp',
  'processInstanceKey',
  'definition',
] as const;

function move(found: CaseDocument, reopening: Reopening): CaseMove {
  const { round, reason, by } = reopening;
  const reopenings = [...(found.reopenings ?? []), reopening];
  const items = found.items.map((item) => (item.state === 'answered' ? { ...item, state: 'open' as const } : item));

  return {
    to: 'registered',
    set: { round, items },
    unset: OVER,
    reopening,
    unsent: {
      ...startMessage({ ...found, reopenings }, `reopened-${round}`),
      record: { key: `reopen:${found._id}/${round}`, act: 'reopen-case', by, data: { round, reason } },
    },
    when: { stage: 'closed', round: found.round, closedAt: found.closedAt },
  };
}

function winner({ _id, reopenings = [] }: CaseDocument): Reopening {
  const last = reopenings.at(-1);
  if (last === undefined) throw new ReopenRefusedError(_id, '它刚刚有了变化，请刷新后再试');

  return last;
}
