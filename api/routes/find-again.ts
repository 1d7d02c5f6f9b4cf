import type { TaskDocument } from '../../models/tasks.js';
import type { ApiDeps } from '../deps.js';
import type { Person } from '../policies/person.js';
import { isFor } from '../policies/task-policy.js';

/** The task that stands in the place of one that ended: of the same kind, of the same case and for the same person, the newest. */
export async function findAgain(
  { models }: Pick<ApiDeps, 'models'>,
  { caseNumber, elementId, processId, state }: TaskDocument,
  person: Person,
): Promise<string | null> {
  if (state === 'created' || caseNumber === undefined) return null;
  const open = (await models.tasks.openOfCase(caseNumber)).filter(
    (task) => task.elementId === elementId && task.processId === processId && isFor(person, task),
  );
  const [newest] = open.sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());

  return newest?._id ?? null;
}
