import type { CallbackDocument } from '../../models/callbacks.js';
import type { OfficialDocument } from '../../models/documents.js';
import type { NoticeDocument } from '../../models/notices.js';
import type { StepDocument } from '../../models/steps.js';
import type { Callback, CaseDocument, Notice, Step } from '../contract/record.js';
import type { RatingQuestion } from '../contract/progress.js';
import { moment } from './moment.js';

/** One act of the record. Whoever reported is told as a citizen, not by their account. */
export function presentStep({ number, at, by, act, element, data, hash }: StepDocument, said: Step['said']): Step {
  return {
    number,
    at: moment(at),
    by: {
      userId: by.role === 'citizen' ? null : (by.userId ?? null),
      unitId: by.unitId ?? null,
      role: by.role ?? null,
      name: by.name,
    },
    act,
    element: element === undefined ? null : { ...element, label: element.label ?? null },
    data,
    said,
    hash,
  };
}

export function presentDocument(document: Omit<OfficialDocument, 'html'>): CaseDocument {
  return {
    documentId: document._id,
    kind: document.kind,
    number: document.number ?? null,
    addressee: document.addressee ?? null,
    title: document.title,
    legalBasis: document.legalBasis ?? null,
    issuedAt: moment(document.issuedAt),
  };
}

export function presentNotice(notice: NoticeDocument): Notice {
  return {
    noticeId: notice._id,
    kind: notice.kind,
    orderId: notice.orderId ?? null,
    unitId: notice.unitId ?? null,
    rung: notice.rung ?? null,
    at: moment(notice.at),
    result: notice.result ?? null,
    documentId: notice.documentId ?? null,
  };
}

/** A callback, or what was said on the web: there the answers stand in the words of the form that asked. */
export function presentCallback(callback: CallbackDocument, questions: readonly RatingQuestion[]): Callback {
  return {
    callbackId: callback._id,
    orderId: callback.orderId ?? null,
    round: callback.round,
    attempt: callback.attempt,
    sampled: callback.sampled,
    reached: callback.reached ?? null,
    contacted: callback.contacted ?? null,
    solved: callback.solved ?? null,
    satisfied: callback.satisfied ?? null,
    factors: callback.factors,
    opinion: callback.opinion ?? null,
    channel: callback.channel ?? null,
    answers: answerWords(callback.answers, questions),
    revision: callback.revision ?? null,
    at: moment(callback.at),
  };
}

function answerWords(answers: CallbackDocument['answers'], questions: readonly RatingQuestion[]): Callback['answers'] {
  return Object.entries(answers ?? {})
    .filter(([key]) => key !== 'opinion')
    .map(([key, value]) => {
      const question = questions.find((one) => one.key === key);
      const option = question?.options.find((one) => one.value === value);

      return { label: question?.label ?? key, value: option?.label ?? String(value) };
    });
}
