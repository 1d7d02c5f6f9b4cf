import { Button, Checkbox, Tag } from 'antd';
import { memo, useState } from 'react';
import { Link } from 'react-router';
import type { TaskSummary } from '../../api/contract/task.js';
import type { Names } from '../api/use-names.js';
import { stageWords } from '../texts/words.js';
import { Lamp } from '../ui/lamp.js';
import { Due } from '../ui/moment.js';
import { HandOver } from './hand-over.js';

interface Row {
  task: TaskSummary;
  names: Names;
  chosen: boolean;
  toggle: (taskKey: string) => void;
  claim: () => void;
}

/** One task of the inbox; the link holds the keyboard's focus. */
export const InboxRow = memo(function InboxRow({ task, names, chosen, toggle, claim }: Row) {
  const [handing, setHanding] = useState(false);
  const title = task.caseTitle ?? task.name;

  return (
    <li className={chosen ? 'inbox-row chosen' : 'inbox-row'}>
      <Checkbox checked={chosen} onChange={() => toggle(task.taskKey)} aria-label={`选择 ${task.name} ${title}`} />
      <div className="inbox-what">
        <Link to={`/tasks/${task.taskKey}`} data-task={task.taskKey}>
          <strong>{task.name}</strong> {title}
        </Link>
        <div className="quiet inbox-line">
          <span>{task.caseNumber}</span>
          {task.stage === null ? null : <span>{stageWords[task.stage]}</span>}
          <span>{names.unit(task.unitId)}</span>
        </div>
      </div>
      <div className="inbox-line inbox-when">
        <Lamp lamp={task.lamp} />
        <Due at={task.dueAt} />
      </div>
      <div className="inbox-acts">
        {task.claimed ? <Tag>{task.mine ? '我已领取' : `${names.unit(task.claimedBy)}已领取`}</Tag> : null}
        {task.claimed ? null : (
          <Button size="small" onClick={claim}>
            领取
          </Button>
        )}
        {task.mine ? (
          <Button size="small" onClick={() => setHanding(true)}>
            转交
          </Button>
        ) : null}
        {handing ? <HandOver task={task} close={() => setHanding(false)} /> : null}
      </div>
    </li>
  );
});
