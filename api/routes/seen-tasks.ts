import type { CaseDocument } from '../../models/cases.js';
import type { TaskDocument } from '../../models/tasks.js';
import type { TaskSummary } from '../contract/task.js';
import type { ApiDeps } from '../deps.js';
import type { Person } from '../policies/person.js';
import { presentTaskSummary, type OfCase } from '../presenters/present-task.js';
import { hiderFor } from './hider-for.js';

type Needs = Pick<ApiDeps, 'models' | 'identity'>;

/** Tasks with their cases as they stand now: one reading for a whole page. */
export async function seenTasks(deps: Needs, tasks: readonly TaskDocument[], person: Person): Promise<TaskSummary[]> {
  const numbers = tasks.flatMap(({ caseNumber }) => caseNumber ?? []);
  const cases = numbers.length === 0 ? [] : await deps.models.cases.findMany([...new Set(numbers)]);
  const byNumber = new Map(cases.map((found) => [found._id, found]));

  return tasks.map((task) => presentTaskSummary(task, person, ofCase(deps, task, person, byNumber)));
}

/** One task as {@link seenTasks} shows it. */
export async function seenTask(deps: Needs, task: TaskDocument, person: Person): Promise<TaskSummary> {
  const [seen] = await seenTasks(deps, [task], person);
  if (seen === undefined) throw new Error(`task ${task._id} was not shown`);

  return seen;
}

/** Takes out of a task's values who complained, for people from whom that is kept. */
export async function taskHider(
  { models, identity }: Needs,
  task: TaskDocument,
  person: Person,
): Promise<<T>(value: T) => T> {
  const found = task.caseNumber === undefined ? null : await models.cases.find(task.caseNumber);

  return hiderFor(identity, person, found);
}

function ofCase(
  { identity }: Needs,
  task: TaskDocument,
  person: Person,
  cases: ReadonlyMap<string, CaseDocument>,
): OfCase {
  const found = cases.get(task.caseNumber ?? '');
  const title = task.caseTitle ?? null;
  if (found === undefined) return { caseTitle: title, stage: null };

  return { caseTitle: hiderFor(identity, person, found)(title), stage: found.stage };
}
