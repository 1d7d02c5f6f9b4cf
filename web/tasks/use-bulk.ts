import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskSummary } from '../../api/contract/task.js';
import { call } from '../api/call.js';
import { sentenceOf } from '../api/problem.js';
import type { Answers } from './bulk-form.js';

/** How far bulk work has come, and what did not go. */
export interface BulkProgress {
  readonly done: number;
  readonly failed: readonly { task: TaskSummary; why: string }[];
  readonly state: 'idle' | 'running' | 'over';
}

/** Hands in the same answers for several tasks, one after the other; one that fails does not stop the others. */
export function useBulk(): [BulkProgress, (tasks: readonly TaskSummary[], answers: Answers) => Promise<BulkProgress>] {
  const [progress, setProgress] = useState<BulkProgress>({ done: 0, failed: [], state: 'idle' });
  const client = useQueryClient();

  return [
    progress,
    async (tasks, answers) => {
      let now: BulkProgress = { done: 0, failed: [], state: 'running' };
      setProgress(now);
      for (const task of tasks) {
        const why = await complete(task, answers);
        now = why === undefined ? { ...now, done: now.done + 1 } : { ...now, failed: [...now.failed, { task, why }] };
        setProgress(now);
      }
      now = { ...now, state: 'over' };
      setProgress(now);
      await Promise.all(['listTasks', 'countTasks'].map((name) => client.invalidateQueries({ queryKey: [name] })));

      return now;
    },
  ];
}

/** Undefined when it is done, else why not. */
async function complete({ taskKey, mine }: TaskSummary, answers: Answers): Promise<string | undefined> {
  const params = { taskKey };
  try {
    if (!mine) await call('claimTask', { params });
    await call('completeTask', { params, body: { data: answers } });

    return undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}
