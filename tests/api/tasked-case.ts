import type { Problem } from '../../api/contract/problem.js';
import type { TaskDetail, TaskPage, TaskSummary } from '../../api/contract/task.js';
import { until } from '../support/until.js';
import { report, type ApiBench } from './workbench.js';

/** What a clerk fills in, with markup and an emoji in its free text. */
export const filled = { data: { result: 'solved', told: '已补装井盖 <b>并</b> 加固 👍', days: 2 } };

export const problemOf = (answer: { body: unknown }): Problem => answer.body as Problem;

/** Cases of the town whose task lies in the inbox of `housing.clerk`, and what people do with it. */
export const taskActs = (bench: () => ApiBench) => ({
  /** Registers a case and waits until its task lies in the clerks' inbox. */
  caseWithTask: async (changes: object = {}): Promise<{ caseNumber: string; taskKey: string }> => {
    const answer = await (await bench().as('center.agent')).post('/api/cases', report(changes)).expect(201);
    const { caseNumber } = answer.body as { caseNumber: string };
    const clerk = await bench().as('housing.clerk');
    let task: TaskSummary | undefined;
    await until(async () => {
      const inbox = await clerk.get(`/api/tasks?whose=unit&caseNumber=${caseNumber}`);
      task = (inbox.body as TaskPage).items[0];

      return task !== undefined;
    });

    return { caseNumber, taskKey: task!.taskKey };
  },
  act: async (post: string, taskKey: string, verb: string, body?: object) =>
    (await bench().as(post)).post(`/api/tasks/${taskKey}/${verb}`, body),
  read: async (post: string, taskKey: string) =>
    (await (await bench().as(post)).get(`/api/tasks/${taskKey}`).expect(200)).body as TaskDetail,
});
