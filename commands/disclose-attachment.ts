import { DomainError } from '../domain/domain-error.js';
import type { Actor } from '../models/collection.js';
import { appendStep } from './append-step.js';
import { fileFacts } from './attach-files.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';

/** The case has no attachment of that id. */
export class AttachmentUnknownError extends DomainError {
  readonly code = 'ATTACHMENT_UNKNOWN';

  constructor(caseNumber: string, options?: ErrorOptions) {
    super(`诉求件 ${caseNumber} 没有这个附件`, options);
  }
}

/** There is nobody from whom it would be hidden, or somebody else just decided. */
export class DisclosureRefusedError extends DomainError {
  readonly code = 'DISCLOSURE_REFUSED';
}

/** Lets the unit that is complained about see an attachment (`shown`), or no longer. */
export interface Decision {
  caseNumber: string;
  fileId: string;
  shown: boolean;
  reason: string;
}

/**
 * The centre lets the unit that a case complains about see an attachment, because it does not tell who complained or has to be
 * answered to, or hides it again. The step is written before anything is shown; asked again for what holds, it changes nothing.
 * Thrown CaseUnknownError, AttachmentUnknownError, DisclosureRefusedError.
 */
export const discloseAttachment = (deps: Pick<Deps, 'models' | 'clock'>) => {
  const append = appendStep(deps);

  return async ({ caseNumber, fileId, shown, reason }: Decision, by: Actor): Promise<void> => {
    const { accusedUnitId, attachments = [] } = await findCase(deps, caseNumber);
    const place = attachments.findIndex((one) => one.fileId === fileId);
    const attachment = attachments[place];
    if (attachment === undefined) throw new AttachmentUnknownError(caseNumber);
    if (accusedUnitId === undefined) throw new DisclosureRefusedError('本件没有被反映单位，附件没有对谁隐藏');
    const { disclosure: { shown: before, number } = { shown: false, number: 0 } } = attachment;
    if (before === shown) return;
    const act = shown ? 'disclose-attachment' : 'hide-attachment';
    const cause = { key: `disclose:${fileId}/${number + 1}` };
    const files = fileFacts([attachment]);
    await append({ caseNumber, cause, act, by, data: { unitId: accusedUnitId, reason, files } });
    const decided = { shown, number: number + 1, at: deps.clock.now(), by };
    if ((await deps.models.cases.disclose(caseNumber, place, decided)) === null)
      throw new DisclosureRefusedError('刚刚有人改过这个附件的可见范围，请刷新后再试');
  };
};
