import { ASSESSMENT_CHANNEL } from '../domain/assessment.js';
import { DomainError } from '../domain/domain-error.js';
import type { CaseDocument, Withdrawal } from '../models/case-document.js';
import type { Actor } from '../models/collection.js';
import { CaseClosedError } from './case-closed-error.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';
import { relayCase } from './relay.js';

/** Others who reported the same still wait for the result of this case, or nobody reported it at all. */
export class WithdrawalRefusedError extends DomainError {
  readonly code = 'WITHDRAWAL_REFUSED';

  constructor(caseNumber: string, reason: string, options?: ErrorOptions) {
    super(`诉求件 ${caseNumber} 不能撤诉：${reason}`, options);
  }
}

/**
 * Takes a case back for whoever reported it (撤诉). One update keeps who, when and why, and the message that ends the procedure:
 * when this answers, the withdrawal cannot be lost. Asked again, it answers the first one.
 * Thrown CaseUnknownError, CaseClosedError, WithdrawalRefusedError.
 */
export const withdrawCase = (deps: Pick<Deps, 'models' | 'engine' | 'clock' | 'log'>) => {
  const relay = relayCase(deps);

  return async (caseNumber: string, reason: string, by: Actor): Promise<Withdrawal> => {
    const withdrawal: Withdrawal = { reason, at: deps.clock.now(), by };
    const moved = await deps.models.cases.move(caseNumber, `withdraw:${caseNumber}`, {
      set: { withdrawal },
      unsent: recalled(caseNumber, withdrawal),
      when: { withdrawal: null, callers: { $size: 0 }, channel: { $ne: ASSESSMENT_CHANNEL } },
    });
    if (moved === null) return earlier(await findCase(deps, caseNumber));
    relay(moved).catch((error: unknown) => deps.log.warn({ err: error, caseNumber }, 'message not sent yet'));

    return withdrawal;
  };
};

function recalled(caseNumber: string, { reason, by }: Withdrawal): CaseDocument['unsent'][number] {
  return {
    name: 'case-recalled',
    messageId: `${caseNumber}#recalled`,
    variables: {},
    record: { key: `withdraw:${caseNumber}`, act: 'withdraw-case', by, data: { reason } },
  };
}

/** What was asked for before; a case that stands where none can be is refused. */
function earlier({ _id, stage, channel, withdrawal }: CaseDocument): Withdrawal {
  if (stage === 'closed') throw new CaseClosedError(_id);
  if (channel === ASSESSMENT_CHANNEL) throw new WithdrawalRefusedError(_id, '它是中心的通报，没有诉求人');
  if (withdrawal === undefined) throw new WithdrawalRefusedError(_id, '还有其他人反映同一事项，须继续办理');

  return withdrawal;
}
