import { Tag } from 'antd';
import { Link } from 'react-router';
import type { Outlook } from '../../api/contract/outlook.js';
import { useAnswer } from '../api/use-answer.js';
import type { Names } from '../api/use-names.js';
import { roleWords } from '../texts/words.js';
import { Lamp } from '../ui/lamp.js';
import { Due } from '../ui/moment.js';

type OpenTask = Outlook['tasks'][number];
type Following = OpenTask['following'][number];

/** 现在与接下来: who has to do what until when, and what follows from it. */
export function CaseOutlook({ caseNumber, names }: { caseNumber: string; names: Names }) {
  const { data } = useAnswer('readOutlook', { params: { caseNumber } }, { refetchInterval: 30_000 });
  if (data === undefined || data.closed) return null;

  return (
    <section className="outlook" aria-label="现在与接下来">
      <h3>现在与接下来</h3>
      {data.tasks.map((task) => (
        <Now key={task.taskKey} task={task} names={names} />
      ))}
      {data.tasks.length > 0 ? null : data.waiting.length > 0 ? (
        <p>现在不需要谁办理，流程停在：{data.waiting.join('、')}。</p>
      ) : (
        <p className="quiet">流程正在自动往下走，请稍候。</p>
      )}
    </section>
  );
}

function Now({ task, names }: { task: OpenTask; names: Names }) {
  const who = `${names.unit(task.unitId)}${task.roles.map((role) => roleWords[role]).join('、')}`;

  return (
    <div>
      <p className="case-line" style={{ margin: '4px 0' }}>
        <strong>{who}</strong> 要办{' '}
        {task.mine ? <Link to={`/tasks/${task.taskKey}`}>{task.name}</Link> : <strong>{task.name}</strong>}
        <Tag>{task.claimed ? '已领取' : '待领取'}</Tag>
        <Lamp lamp={task.lamp} />
        <Due at={task.dueAt} />
      </p>
      <Ways title="办完后" ways={task.following} />
      <Ways title="再往后" ways={task.afterwards} />
    </div>
  );
}

function Ways({ title, ways }: { title: string; ways: readonly Following[] }) {
  if (ways.length === 0) return null;

  return (
    <p className="quiet" style={{ margin: '2px 0' }}>
      {title}：{ways.map(({ label, when }) => (when === null ? label : `${label}（${when}）`)).join('；')}
    </p>
  );
}
