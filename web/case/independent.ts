import type { CaseDocument, Step } from '../../api/contract/record.js';

/** Forms in which a callback, the handler's own one and the second, sampled one are handed in. */
export const callbackForms: readonly string[] = ['callback', 'second-callback', 'own-callback'];

/** Whoever asks a second time is not to know what was said the first time (独立抽查). */
export const isIndependent = (formId: string | null): boolean => formId === 'second-callback';

const saying = new Set(['record-callback', 'rate-case']);

/** Whether a step tells what the caller said when called back. */
export const tellsCallback = ({ act, data }: Step): boolean =>
  saying.has(act) || (typeof data['form'] === 'string' && callbackForms.includes(data['form']));

/** Whether a paper tells it. */
export const isCallbackPaper = ({ kind }: CaseDocument): boolean => kind === 'callback-record';
