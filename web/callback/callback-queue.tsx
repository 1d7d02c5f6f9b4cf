import type { TaskSummary } from '../../api/contract/task.js';
import { Lamp } from '../ui/lamp.js';
import { Due } from '../ui/moment.js';

interface Props {
  queue: readonly TaskSummary[];
  current: string;
  choose: (taskKey: string) => void;
}

/** Who is to be called, soonest due first. */
export function CallbackQueue({ queue, current, choose }: Props) {
  return (
    <ol className="callback-list" aria-label="待回访">
      {queue.map((task) => (
        <li key={task.taskKey}>
          <button
            type="button"
            aria-current={task.taskKey === current ? 'true' : undefined}
            onClick={() => choose(task.taskKey)}
          >
            <strong>{task.caseTitle ?? task.name}</strong>
            <span className="quiet">
              {task.name} · {task.caseNumber}
            </span>
            <span>
              <Due at={task.dueAt} /> <Lamp lamp={task.lamp} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
