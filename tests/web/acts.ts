import type { RegisterCase, RegisteredCase } from '../../api/contract/register.js';
import type { TaskPage, TaskSummary } from '../../api/contract/task.js';
import { until } from '../support/until.js';
import { RefusedError, type Person } from '../../stories/people.js';

/** Registers a report as an agent does, in words that are told apart by the title. */
export const register = (agent: Person, report: RegisterCase): Promise<RegisteredCase> =>
  agent.post<RegisteredCase>('/cases', report);

/** Waits until a case has an open task of this name and answers it. */
export async function taskOf(person: Person, caseNumber: string, name: string): Promise<TaskSummary> {
  let found: TaskSummary | undefined;
  await until(async () => {
    const page = await person.get<TaskPage>(`/tasks?caseNumber=${caseNumber}&whose=all&state=created&limit=100`);
    found = page.items.find((item) => item.name === name);
    return found !== undefined;
  }).catch((error: unknown) => {
    throw new Error(`${caseNumber} has no open task ${name}`, { cause: error });
  });

  return found!;
}

/** Claims and completes the task of this name when it comes up. */
export async function complete(
  person: Person,
  caseNumber: string,
  name: string,
  form: Record<string, unknown> = {},
): Promise<void> {
  const task = await taskOf(person, caseNumber, name);
  if (!task.mine) await until(() => claimed(person, task), 60_000);
  await person.post(`/tasks/${task.taskKey}/complete`, { data: form });
}

/** A list has a task a moment before the engine gives it away: then it is asked for again. */
async function claimed(person: Person, { taskKey }: TaskSummary): Promise<boolean> {
  try {
    await person.post(`/tasks/${taskKey}/claim`);
  } catch (error) {
    const task = await person.get<TaskSummary>(`/tasks/${taskKey}`);
    const isEarly = error instanceof RefusedError && error.code === 'TASK_NOT_OPEN' && task.state === 'created';
    if (!isEarly) throw error;

    return false;
  }

  return true;
}
