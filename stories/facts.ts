import type { CallbackDocument } from '../models/callbacks.js';
import type { CaseDocument } from '../models/case-document.js';
import type { OfficialDocument } from '../models/documents.js';
import type { MeetingDocument } from '../models/meetings.js';
import type { NoticeDocument } from '../models/notices.js';
import type { Models } from '../models/open-models.js';
import type { OrderDocument } from '../models/orders.js';
import type { OutboxDocument } from '../models/outbox.js';
import type { StepDocument } from '../models/steps.js';
import type { TaskDocument } from '../models/tasks.js';

/** Everything the record says of one case, as a judge of stories reads it. */
export interface Facts {
  readonly case: CaseDocument;
  readonly steps: readonly StepDocument[];
  readonly orders: readonly OrderDocument[];
  readonly tasks: readonly TaskDocument[];
  readonly documents: readonly Omit<OfficialDocument, 'html'>[];
  readonly notices: readonly NoticeDocument[];
  readonly callbacks: readonly CallbackDocument[];
  readonly meetings: readonly MeetingDocument[];
  readonly messages: readonly OutboxDocument[];
  readonly likeCases: number;
}

/** Reads the record of a case. Thrown when there is no such case. */
export async function readFacts(models: Models, caseNumber: string): Promise<Facts> {
  const [found, steps, orders, tasks, documents, notices, callbacks, meetings, messages, likeCases] = await Promise.all(
    [
      models.cases.find(caseNumber),
      models.steps.ofCase(caseNumber),
      models.orders.ofCase(caseNumber),
      models.tasks.ofCase(caseNumber),
      models.documents.ofCase(caseNumber),
      models.notices.ofCase(caseNumber),
      models.callbacks.ofCase(caseNumber),
      models.meetings.ofCase(caseNumber),
      models.outbox.ofCase(caseNumber),
      models.cases.likeCases(caseNumber).then((cases) => cases.length),
    ] as const,
  );
  if (found === null) throw new Error(`no case ${caseNumber} in the record`);

  return { case: found, steps, orders, tasks, documents, notices, callbacks, meetings, messages, likeCases };
}

/** Units that held an order or completed a task of the case, each once. */
export function partiesOf({ orders, tasks }: Facts): string[] {
  const holders = tasks
    .filter((task) => task.state === 'completed')
    .flatMap((task) => task.candidateGroups.map((group) => group.split('/')[1] ?? group));

  return [...new Set([...orders.map((order) => order.unitId), ...holders])];
}
