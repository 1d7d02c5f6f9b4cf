import type { CaseDocument } from '../models/case-document.js';
import type { OrderRole } from '../domain/order.js';
import type { Locality } from '../procedures/locality.js';
import type { Deps } from './deps.js';
import { ROLE_NAMES, type Share } from './document-data.js';

/**
 * What this unit is to do, in the words of whoever gave it out: the text of its item, the task a meeting decided, or what was
 * written when the case was assigned. A text, and so no variable of the process: it is read from the record.
 */
export async function dutyOf(
  { models }: Pick<Deps, 'models'>,
  found: CaseDocument,
  { itemId }: { itemId?: string | undefined },
): Promise<string | undefined> {
  if (itemId === undefined) return writtenDuty(await models.tasks.ofCase(found._id));
  const item = found.items.find((one) => one.itemId === itemId);
  if (item !== undefined) return item.text;
  const [meetingId = ''] = itemId.split('#');
  const decided = (await models.meetings.find(meetingId))?.decisions as readonly Decided[] | undefined;
  const task = decided?.find(({ decisionId }) => decisionId === itemId)?.task;

  return typeof task === 'string' ? task : undefined;
}

/** One of those who handle a case together, as the diagram names it. */
export interface Part {
  unitId: string;
  role: OrderRole;
  itemId?: string | null | undefined;
}

/** What a document says of those who handle a case together (职责分工): unit, role, and what it is to do; none of one alone. */
export async function sharesOf(
  deps: Pick<Deps, 'models'>,
  found: CaseDocument,
  parts: readonly Part[],
  { network }: Locality,
): Promise<Share[]> {
  if (parts.length < 2) return [];

  return Promise.all(
    parts.map(async ({ unitId, role, itemId }) => ({
      unit: network.find(unitId)?.name ?? unitId,
      role: ROLE_NAMES[role],
      duty: itemId == null ? undefined : await dutyOf(deps, found, { itemId }),
    })),
  );
}

interface Decided {
  decisionId?: unknown;
  task?: unknown;
}

type Written = Awaited<ReturnType<Deps['models']['tasks']['ofCase']>>;

/** The last form with a field `duty`. */
function writtenDuty(tasks: Written): string | undefined {
  const [last] = tasks
    .flatMap(({ submission }) => (submission?.data['duty'] === undefined ? [] : [submission]))
    .sort((one, other) => other.at.getTime() - one.at.getTime());

  return last === undefined ? undefined : String(last.data['duty']);
}
