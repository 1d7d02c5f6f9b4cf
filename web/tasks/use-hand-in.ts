import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FieldError } from '../../api/contract/problem.js';
import type { TaskDetail } from '../../api/contract/task.js';
import { ProblemError } from '../api/problem.js';
import { useAct } from '../api/use-answer.js';
import type { Values } from '../../forms/schema.js';

interface Settings {
  task: TaskDetail;
  /** Told when it is handed in. */
  onDone: () => void;
  /** Told when somebody else was first. */
  onConflict: (error: ProblemError) => void;
  /** Throws away what is kept of the typing. */
  forget: () => void;
}

const conflicts = new Set(['TASK_NOT_OPEN', 'TASK_TAKEN', 'TASK_NOT_YOURS', 'TASK_NOT_FOUND']);

/** Hands a form in, once: when only the answer got lost on the way, trying again finds that out and sends nothing anew. */
export function useHandIn({ task, onDone, onConflict, forget }: Settings) {
  const { taskKey } = task;
  const client = useQueryClient();
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const [unanswered, setUnanswered] = useState(false);
  const { mutate, error, isPending } = useAct('completeTask', [
    'listTasks',
    'readCase',
    'readSteps',
    'listCallbacks',
    'listDocuments',
  ]);
  const arrived = unanswered && task.state === 'completed' && task.mine;
  useEffect(() => {
    if (!arrived) return;
    forget();
    onDone();
  }, [arrived, forget, onDone]);

  function onError(refusal: Error): void {
    if (!(refusal instanceof ProblemError)) return;
    if (refusal.code === 'OFFLINE') setUnanswered(true);
    // It may have been our own submission: the task itself says so.
    if (unanswered && refusal.code === 'TASK_NOT_OPEN') void client.invalidateQueries({ queryKey: ['readTask'] });
    else if (conflicts.has(refusal.code)) onConflict(refusal);
    setFaults(refusal.fields);
  }

  return {
    faults,
    error,
    busy: isPending,
    handIn: (data: Values) => {
      setFaults([]);
      mutate(
        { params: { taskKey }, body: { data } },
        {
          onSuccess: () => {
            forget();
            onDone();
          },
          onError,
        },
      );
    },
  };
}
