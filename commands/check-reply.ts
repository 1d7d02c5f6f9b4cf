import { DomainError } from '../domain/domain-error.js';
import { promiseFaults } from '../domain/promise.js';
import type { CaseDocument } from '../models/case-document.js';
import type { FormData, OrderDocument } from '../models/orders.js';
import type { Evidence } from '../procedures/locality-schema.js';

/** A reply leaves a demand without an answer, or lacks the evidence that its category asks for. */
export class ReplyIncompleteError extends DomainError {
  readonly code = 'REPLY_INCOMPLETE';

  constructor(orderId: string, faults: readonly string[], options?: ErrorOptions) {
    super(`交办单 ${orderId} 的回复不完整：${faults.join('；')}`, options);
  }
}

const EVIDENCE_NAMES: Record<Evidence, string> = { photo: '照片', receipt: '票据', reading: '读数' };

/**
 * What is missing in a reply. Demands are answered in the list `itemReplies`, each entry with its `itemId` (or in the
 * case's order) and a text in `answer`; evidence stands under the key of its kind, or as files in `evidence`.
 * A case with one demand at most is answered by the reply as a whole. A summary (no order) owes what no part has answered.
 * What is planned needs its day, `today` (`YYYY-MM-DD`) at the earliest.
 */
export function checkReply(
  data: FormData,
  {
    order,
    items,
    evidence,
    today,
  }: { order: OrderDocument | undefined; items: CaseDocument['items']; evidence: readonly Evidence[]; today: string },
): string[] {
  const done = order === undefined ? ['withdrawn', 'answered'] : ['withdrawn'];
  const owed = items.filter(({ itemId, state }) => (order?.itemId ?? itemId) === itemId && !done.includes(state));
  const unanswered = owed.length < 2 ? [] : owed.filter(({ itemId }) => !isAnswered(data, itemId, items));
  const missing = evidence.filter((kind) => !isGiven(data, kind));

  return [
    ...unanswered.map(({ itemId }) => `第 ${itemId} 项诉求没有答复`),
    ...missing.map((kind) => `缺少${EVIDENCE_NAMES[kind]}`),
    ...promiseFaults(data, today),
  ];
}

function isAnswered(data: FormData, itemId: string, items: CaseDocument['items']): boolean {
  const answers = Array.isArray(data['itemReplies']) ? (data['itemReplies'] as FormData[]) : [];
  const position = items.findIndex((item) => item.itemId === itemId);
  const answer = answers.find((entry) => entry['itemId'] === itemId) ?? answers[position];

  return typeof answer?.['answer'] === 'string' && answer['answer'].trim() !== '';
}

function isGiven(data: FormData, kind: Evidence): boolean {
  return Array.isArray(data['evidenceKinds']) && (data['evidenceKinds'] as unknown[]).includes(kind);
}
